using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Access;

namespace SellerPortal.Data.Configurations;

internal sealed class PartnerConfiguration : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.ToTable("Partners");
        builder.HasKey(partner => partner.Id);
        builder.Property(partner => partner.Id).ValueGeneratedNever();
        builder.Property(partner => partner.Name).HasMaxLength(Partner.LongestName);
        builder.Property(partner => partner.ClientId).HasMaxLength(40);
        builder.Property(partner => partner.SecretHash).HasMaxLength(32);
        builder.Property(partner => partner.OldSecretHash).HasMaxLength(32);
        builder.Property(partner => partner.Scopes).HasMaxLength(400);
        builder.Property(partner => partner.Version).IsConcurrencyToken();
        builder.HasIndex(partner => partner.ClientId).IsUnique();
    }
}
