using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Manifests;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Data.Configurations;

internal sealed class ManifestConfiguration : IEntityTypeConfiguration<Manifest>
{
    public void Configure(EntityTypeBuilder<Manifest> builder)
    {
        builder.ToTable("Manifests");
        builder.HasKey(manifest => manifest.Id);
        builder.Property(manifest => manifest.Id).ValueGeneratedNever();
        builder.Property(manifest => manifest.Number).HasMaxLength(ManifestNumber.Length).IsFixedLength();
        builder.Property(manifest => manifest.Version).IsConcurrencyToken();
        builder.HasOne<Seller>().WithMany().HasForeignKey(manifest => manifest.SellerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(manifest => new { manifest.SellerId, manifest.Day, manifest.Sequence }).IsUnique();
        builder.HasIndex(manifest => new { manifest.SellerId, manifest.Number }).IsUnique();
        builder.HasIndex(manifest => new { manifest.ClosedAt, manifest.Day });
    }
}

internal sealed class ManifestLineConfiguration : IEntityTypeConfiguration<ManifestLine>
{
    public void Configure(EntityTypeBuilder<ManifestLine> builder)
    {
        builder.ToTable("ManifestLines");
        builder.HasKey(line => new { line.ManifestId, line.Position });
        builder.Property(line => line.Article).HasMaxLength(13).IsFixedLength();
        builder.Property(line => line.Receiver).HasMaxLength(80);
        builder.Property(line => line.City).HasMaxLength(80);
        builder.HasOne<Manifest>().WithMany().HasForeignKey(line => line.ManifestId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(line => new { line.ShipmentId, line.ManifestId }).IsUnique();
    }
}

internal sealed class ManifestSenderConfiguration : IEntityTypeConfiguration<ManifestSender>
{
    public void Configure(EntityTypeBuilder<ManifestSender> builder)
    {
        builder.ToTable("ManifestSenders");
        builder.HasKey(sender => sender.ManifestId);
        builder.Property(sender => sender.ManifestId).ValueGeneratedNever();
        builder.Property(sender => sender.Name).HasMaxLength(200);
        builder.Property(sender => sender.CustomerId).HasMaxLength(10);
        builder.Property(sender => sender.ContractNumber).HasMaxLength(8);
        builder.ComplexProperty(sender => sender.Address).IsAddress();
        builder.HasOne<Manifest>().WithOne().HasForeignKey<ManifestSender>(sender => sender.ManifestId).OnDelete(DeleteBehavior.Cascade);
    }
}
