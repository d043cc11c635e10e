using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data.Configurations;

internal sealed class ShipmentConfiguration : IEntityTypeConfiguration<Shipment>
{
    private const string OnlyDelivered = "\"Status\" = 'Delivered'";

    // The statuses that are no tile by themselves, nor most of one: few of many shipments, so that the scans of the others
    // cost nothing here. In words that a query repeats, because SQLite compares only these.
    private const string OnlyOtherStatuses =
        "\"Status\" = 'Booked' OR \"Status\" = 'OnHold' OR \"Status\" = 'Redirected' OR \"Status\" = 'Returning' OR \"Status\" = 'Returned' OR \"Status\" = 'Cancelled'";

    private const string TileSql = """
        CASE "Status"
        WHEN 'Booked' THEN CASE WHEN "LastScanAt" IS NOT NULL OR "FetchedAt" IS NOT NULL THEN 2 WHEN "LabelPrints" = 0 THEN 0 WHEN "ReturnOf" IS NULL THEN 1 END
        WHEN 'InTransit' THEN 2 WHEN 'OnHold' THEN 2 WHEN 'Redirected' THEN 2 WHEN 'Returning' THEN 2
        WHEN 'OutForDelivery' THEN 3 WHEN 'AttemptFailed' THEN 4 WHEN 'Delivered' THEN 5 END
        """;

    public void Configure(EntityTypeBuilder<Shipment> builder)
    {
        builder.ToTable("Shipments");
        builder.HasKey(shipment => shipment.Id);
        builder.Property(shipment => shipment.Id).ValueGeneratedNever();
        builder.Property(shipment => shipment.Article).HasMaxLength(13).IsFixedLength();
        builder.Property(shipment => shipment.CustomerId).HasMaxLength(10);
        builder.Property(shipment => shipment.ContractNumber).HasMaxLength(8);
        builder.Property(shipment => shipment.OrderKey).HasMaxLength(50);
        builder.Property(shipment => shipment.ConsigneeEmail).HasMaxLength(EmailAddress.Longest);
        builder.Property(shipment => shipment.BookingOffice).HasMaxLength(100);
        builder.Property(shipment => shipment.DeliveryOffice).HasMaxLength(100);
        builder.Property(shipment => shipment.LastScan).HasMaxLength(200);
        builder.Property(shipment => shipment.LastScanOffice).HasMaxLength(100);
        builder.Property(shipment => shipment.LastScanCode).HasMaxLength(TrackingEvent.LongestCode);
        builder.Property(shipment => shipment.Version).IsConcurrencyToken();
        // Stored on PostgreSQL, which indexes no virtual column; see PostgresPortalDbContext.
        builder.Property(shipment => shipment.Tile).HasComputedColumnSql(TileSql);
        builder.ComplexProperty(shipment => shipment.Consignor).IsAddress();
        builder.ComplexProperty(shipment => shipment.Consignee).IsAddress();
        builder.ComplexProperty(shipment => shipment.Parcel, parcel =>
        {
            parcel.Property(p => p.Contents).HasMaxLength(200);
            parcel.Ignore(p => p.Size);
        });
        builder.ComplexProperty(shipment => shipment.Price, price =>
        {
            price.Property(p => p.AddOns).HasMaxLength(200);
            price.Property(p => p.Slab).HasMaxLength(40);
            price.Property(p => p.Zone).HasMaxLength(40);
        });
        builder.ComplexProperty(shipment => shipment.References, references =>
        {
            references.Property(r => r.GemContract).HasMaxLength(20);
            references.Property(r => r.Order).HasMaxLength(50);
            references.Property(r => r.Invoice).HasMaxLength(50);
            references.Property(r => r.EwayBill).HasMaxLength(12);
        });
        builder.HasOne<Seller>().WithMany().HasForeignKey(shipment => shipment.SellerId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(shipment => shipment.EditableFacts);
        builder.HasIndex(shipment => shipment.Article).IsUnique();
        builder.HasIndex(shipment => shipment.ManifestId).HasFilter("\"ManifestId\" IS NOT NULL");
        builder.HasIndex(shipment => shipment.PickupId).HasFilter("\"PickupId\" IS NOT NULL");
        // One return of a shipment at most. A cancelled one stays cancelled whatever is scanned, so no scan can break the rule.
        builder.HasIndex(shipment => shipment.ReturnOf).IsUnique().HasFilter("\"ReturnOf\" IS NOT NULL AND \"Status\" <> 'Cancelled'");
        builder.HasIndex(shipment => new { shipment.SellerId, shipment.BookedAt });
        // Scans leave it alone on SQLite; on PostgreSQL it costs them one short entry, and only where there is an order.
        builder.HasIndex(shipment => new { shipment.SellerId, shipment.OrderKey }).HasFilter("\"OrderKey\" IS NOT NULL");
        // The tiles of the list, for a seller and for those who see all; delivered ones in the order of their delivery. These
        // are told by status and not by tile: SQLite would take the tile's index for them, and PostgreSQL would not look into theirs.
        builder.HasIndex(shipment => new { shipment.SellerId, shipment.Tile, shipment.BookedAt, shipment.Id, shipment.Product });
        builder.HasIndex(shipment => new { shipment.Tile, shipment.BookedAt, shipment.Id, shipment.Product });
        builder.HasIndex(shipment => new { shipment.SellerId, shipment.StatusAt, shipment.Id }).HasFilter(OnlyDelivered);
        builder.HasIndex(shipment => new { shipment.StatusAt, shipment.Id }).HasFilter(OnlyDelivered);
        builder.HasIndex(shipment => new { shipment.SellerId, shipment.Status, shipment.BookedAt, shipment.Id, shipment.Product }).HasFilter(OnlyOtherStatuses);
        builder.HasIndex(shipment => new { shipment.Status, shipment.BookedAt, shipment.Id, shipment.Product }).HasFilter(OnlyOtherStatuses);
    }
}

internal sealed class HistoryEntryConfiguration : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.ToTable("ShipmentHistory");
        builder.HasKey(entry => entry.Id);
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Detail).HasMaxLength(HistoryEntry.LongestDetail);
        builder.HasOne<Shipment>().WithMany().HasForeignKey(entry => entry.ShipmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(entry => new { entry.ShipmentId, entry.At });
    }
}
