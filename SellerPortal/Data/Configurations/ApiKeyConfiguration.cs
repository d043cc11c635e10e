using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Data.Configurations;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.HasKey(key => key.Id);
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.Name).HasMaxLength(ApiKey.LongestName);
        builder.Property(key => key.Prefix).HasMaxLength(ApiKey.PrefixLength);
        builder.Property(key => key.Hash).HasMaxLength(32);
        builder.Property(key => key.Scopes).HasMaxLength(400);
        builder.Property(key => key.Version).IsConcurrencyToken();
        builder.HasOne<Seller>().WithMany().HasForeignKey(key => key.SellerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(key => key.Prefix).IsUnique();
    }
}
