using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Data.Configurations;

internal sealed class SavedConsigneeConfiguration : IEntityTypeConfiguration<SavedConsignee>
{
    /// <summary>Nickname, name, company, city, pincode and mobile with a space between each.</summary>
    private const int LongestSearch = EntryName.Longest + (3 * PostalAddress.LongestName) + 6 + 10 + 5;

    public void Configure(EntityTypeBuilder<SavedConsignee> builder)
    {
        builder.ToTable("SavedConsignees");
        builder.HasKey(consignee => consignee.Id);
        builder.Property(consignee => consignee.Id).ValueGeneratedNever();
        builder.Property(consignee => consignee.Nickname).HasMaxLength(EntryName.Longest);
        builder.Property(consignee => consignee.NicknameKey).HasMaxLength(EntryName.Longest);
        builder.Property(consignee => consignee.Email).HasMaxLength(SavedConsignee.LongestEmail);
        builder.Property(consignee => consignee.SearchText).HasMaxLength(LongestSearch);
        builder.Property(consignee => consignee.Version).IsConcurrencyToken();
        builder.ComplexProperty(consignee => consignee.Address).IsAddress();
        builder.HasOne<Seller>().WithMany().HasForeignKey(consignee => consignee.SellerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(consignee => new { consignee.SellerId, consignee.NicknameKey }).IsUnique();
    }
}

internal sealed class BoxPresetConfiguration : IEntityTypeConfiguration<BoxPreset>
{
    public void Configure(EntityTypeBuilder<BoxPreset> builder)
    {
        builder.ToTable("BoxPresets");
        builder.HasKey(box => box.Id);
        builder.Property(box => box.Id).ValueGeneratedNever();
        builder.Property(box => box.Name).HasMaxLength(EntryName.Longest);
        builder.Property(box => box.NameKey).HasMaxLength(EntryName.Longest);
        builder.Property(box => box.Version).IsConcurrencyToken();
        builder.HasOne<Seller>().WithMany().HasForeignKey(box => box.SellerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(box => new { box.SellerId, box.NameKey }).IsUnique();
    }
}

internal sealed class PickupLocationConfiguration : IEntityTypeConfiguration<PickupLocation>
{
    public void Configure(EntityTypeBuilder<PickupLocation> builder)
    {
        builder.ToTable("PickupLocations");
        builder.HasKey(location => location.Id);
        builder.Property(location => location.Id).ValueGeneratedNever();
        builder.Property(location => location.Name).HasMaxLength(EntryName.Longest);
        builder.Property(location => location.NameKey).HasMaxLength(EntryName.Longest);
        builder.Property(location => location.Version).IsConcurrencyToken();
        builder.ComplexProperty(location => location.Address).IsAddress();
        builder.HasOne<Seller>().WithMany().HasForeignKey(location => location.SellerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(location => new { location.SellerId, location.NameKey }).IsUnique();
    }
}
