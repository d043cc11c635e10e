using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Data.Configurations;

internal sealed class TariffTableConfiguration : IEntityTypeConfiguration<TariffTableRow>
{
    public void Configure(EntityTypeBuilder<TariffTableRow> builder)
    {
        builder.ToTable("TariffTables");
        builder.HasKey(table => new { table.Product, table.EffectiveFrom });
        builder.Property(table => table.Source).HasMaxLength(200);
    }
}

internal sealed class TariffRateConfiguration : IEntityTypeConfiguration<TariffRateRow>
{
    public void Configure(EntityTypeBuilder<TariffRateRow> builder)
    {
        builder.ToTable("TariffRates");
        builder.HasKey(rate => new { rate.Product, rate.EffectiveFrom, rate.Column, rate.IsExtraStep, rate.Grams });
        builder.Property(rate => rate.Column).HasMaxLength(40);
        builder.HasOne<TariffTableRow>().WithMany().HasForeignKey(rate => new { rate.Product, rate.EffectiveFrom }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AddOnFeeConfiguration : IEntityTypeConfiguration<AddOnFeeRow>
{
    public void Configure(EntityTypeBuilder<AddOnFeeRow> builder)
    {
        builder.ToTable("AddOnFees");
        builder.HasKey(fee => new { fee.EffectiveFrom, fee.Code });
        builder.Property(fee => fee.Code).HasMaxLength(10);
        builder.Property(fee => fee.Source).HasMaxLength(200);
    }
}

internal sealed class TariffGapConfiguration : IEntityTypeConfiguration<TariffGapRow>
{
    public void Configure(EntityTypeBuilder<TariffGapRow> builder)
    {
        builder.ToTable("TariffGaps");
        builder.HasKey(gap => new { gap.Product, gap.From });
    }
}

internal sealed class PostalPlaceConfiguration : IEntityTypeConfiguration<PostalPlace>
{
    public void Configure(EntityTypeBuilder<PostalPlace> builder)
    {
        builder.ToTable("PostalPlaces");
        builder.HasKey(place => place.PinPrefix);
        builder.Property(place => place.PinPrefix).HasMaxLength(6);
        builder.Property(place => place.Name).HasMaxLength(60);
    }
}

internal sealed class DeliveryNormConfiguration : IEntityTypeConfiguration<DeliveryNormRow>
{
    public void Configure(EntityTypeBuilder<DeliveryNormRow> builder)
    {
        builder.ToTable("DeliveryNorms");
        builder.HasKey(norm => new { norm.Mode, norm.Route });
        builder.Property(norm => norm.Mode).HasConversion<string>().HasMaxLength(20);
        builder.Property(norm => norm.Route).HasConversion<string>().HasMaxLength(20);
    }
}

internal sealed class TariffSettingConfiguration : IEntityTypeConfiguration<TariffSettingRow>
{
    public void Configure(EntityTypeBuilder<TariffSettingRow> builder)
    {
        builder.ToTable("TariffSettings");
        builder.HasKey(setting => setting.Key);
        builder.Property(setting => setting.Key).HasMaxLength(40);
        builder.Property(setting => setting.Value).HasMaxLength(80);
    }
}
