using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Data.Configurations;

internal sealed class SellerConfiguration : IEntityTypeConfiguration<Seller>
{
    public void Configure(EntityTypeBuilder<Seller> builder)
    {
        builder.ToTable("Sellers");
        builder.HasKey(seller => seller.Id);
        builder.Property(seller => seller.Id).ValueGeneratedNever();
        builder.Property(seller => seller.LegalName).HasMaxLength(200);
        builder.Property(seller => seller.Gstin).HasMaxLength(15);
        builder.Property(seller => seller.Pan).HasMaxLength(10);
        builder.Property(seller => seller.Udyam).HasMaxLength(19);
        builder.Property(seller => seller.GemSellerId).HasMaxLength(50);
        builder.Property(seller => seller.Email).HasMaxLength(254);
        builder.Property(seller => seller.Mobile).HasMaxLength(10);
        builder.Property(seller => seller.StatusReason).HasMaxLength(500);
        builder.Property(seller => seller.CustomerId).HasMaxLength(10);
        builder.Property(seller => seller.ContractNumber).HasMaxLength(8);
        builder.Property(seller => seller.Version).IsConcurrencyToken();
        builder.ComplexProperty(seller => seller.PickupAddress).IsAddress();
        // In the test mode numbers are made up and repeat, and each partner tries with GeM ids of its own.
        builder.HasIndex(seller => seller.CustomerId).IsUnique().HasFilter("NOT \"IsTest\"");
        builder.HasIndex(seller => seller.ContractNumber).IsUnique().HasFilter("NOT \"IsTest\"");
        builder.HasIndex(seller => seller.GemSellerId).IsUnique().HasFilter("NOT \"IsTest\"");
        builder.HasIndex(seller => new { seller.PartnerId, seller.GemSellerId }).IsUnique();
        builder.HasIndex(seller => new { seller.PartnerId, seller.RegisteredAt });
        builder.HasIndex(seller => new { seller.Status, seller.RegisteredAt });
    }
}
