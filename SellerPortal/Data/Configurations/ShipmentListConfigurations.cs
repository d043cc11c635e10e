using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Data.Accounts;
using SellerPortal.Data.Search;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data.Configurations;

internal sealed class ShipmentSearchConfiguration : IEntityTypeConfiguration<ShipmentSearchRow>
{
    public void Configure(EntityTypeBuilder<ShipmentSearchRow> builder)
    {
        builder.ToTable(ShipmentSearchSchema.Table);
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Text).HasMaxLength(400);
        builder.HasIndex(row => row.ShipmentId).IsUnique();
        builder.HasIndex(row => new { row.SellerId, row.BookedAt, row.ShipmentId });
        builder.HasIndex(row => new { row.BookedAt, row.ShipmentId });
        builder.HasIndex(row => new { row.SellerId, row.Product, row.BookedAt, row.ShipmentId });
        builder.HasIndex(row => new { row.Product, row.BookedAt, row.ShipmentId });
        builder.HasIndex(row => new { row.SellerId, row.Pincode, row.BookedAt, row.ShipmentId });
        builder.HasIndex(row => new { row.Pincode, row.BookedAt, row.ShipmentId });
    }
}

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews");
        builder.HasKey(view => view.Id);
        builder.Property(view => view.Id).ValueGeneratedNever();
        builder.Property(view => view.Name).HasMaxLength(SavedView.LongestName);
        builder.Property(view => view.Query).HasMaxLength(SavedView.LongestQuery);
        builder.Property(view => view.Columns).HasMaxLength(ListColumns.LongestColumns);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(view => view.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(view => new { view.UserId, view.Name }).IsUnique();
    }
}

internal sealed class ListColumnsConfiguration : IEntityTypeConfiguration<ListColumns>
{
    public void Configure(EntityTypeBuilder<ListColumns> builder)
    {
        builder.ToTable("ListColumns");
        builder.HasKey(choice => choice.UserId);
        builder.Property(choice => choice.UserId).ValueGeneratedNever();
        builder.Property(choice => choice.Columns).HasMaxLength(ListColumns.LongestColumns);
        builder.HasOne<PortalUser>().WithOne().HasForeignKey<ListColumns>(choice => choice.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
