using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data.Configurations;

internal sealed class DeliveryInstructionConfiguration : IEntityTypeConfiguration<DeliveryInstruction>
{
    public void Configure(EntityTypeBuilder<DeliveryInstruction> builder)
    {
        builder.ToTable("DeliveryInstructions");
        builder.HasKey(instruction => instruction.Id);
        builder.Property(instruction => instruction.Id).ValueGeneratedNever();
        builder.Property(instruction => instruction.Before).HasMaxLength(DeliveryInstruction.LongestText);
        builder.Property(instruction => instruction.After).HasMaxLength(DeliveryInstruction.LongestText);
        builder.Property(instruction => instruction.Version).IsConcurrencyToken();
        builder.Ignore(instruction => instruction.IsOpen);
        builder.HasOne<Shipment>().WithMany().HasForeignKey(instruction => instruction.ShipmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(instruction => new { instruction.ShipmentId, instruction.GivenAt });
        // The last guard: an office cannot follow two instructions at once.
        builder.HasIndex(instruction => instruction.ShipmentId).IsUnique().HasFilter("\"ClosedAt\" IS NULL");
    }
}
