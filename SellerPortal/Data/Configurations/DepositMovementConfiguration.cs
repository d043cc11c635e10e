using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Data.Configurations;

internal sealed class DepositMovementConfiguration : IEntityTypeConfiguration<DepositMovement>
{
    public void Configure(EntityTypeBuilder<DepositMovement> builder)
    {
        builder.ToTable("DepositMovements");
        builder.HasKey(movement => movement.Id);
        builder.Property(movement => movement.Id).ValueGeneratedNever();
        builder.Property(movement => movement.Receipt).HasMaxLength(DepositMovement.LongestReceipt);
        builder.Property(movement => movement.Reason).HasMaxLength(DepositMovement.LongestReason);
        builder.HasOne<Seller>().WithMany().HasForeignKey(movement => movement.SellerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(movement => new { movement.SellerId, movement.Receipt }).IsUnique();
    }
}
