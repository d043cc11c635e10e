using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data.Configurations;

internal sealed class TrackingEventConfiguration : IEntityTypeConfiguration<TrackingEvent>
{
    public void Configure(EntityTypeBuilder<TrackingEvent> builder)
    {
        builder.ToTable("TrackingEvents");
        builder.HasKey(scan => new { scan.Article, scan.OccurredAt, scan.Code, scan.Office });
        builder.Property(scan => scan.Article).HasMaxLength(13).IsFixedLength();
        builder.Property(scan => scan.Code).HasMaxLength(TrackingEvent.LongestCode);
        builder.Property(scan => scan.Office).HasMaxLength(TrackingEvent.LongestOffice);
        builder.Property(scan => scan.Description).HasMaxLength(TrackingEvent.LongestText);
        builder.Property(scan => scan.Remark).HasMaxLength(TrackingEvent.LongestText);
        // For the figures of failed deliveries: a small part of all scans, found by day.
        builder.HasIndex(scan => new { scan.OccurredAt, scan.Article, scan.Reason }).HasFilter("\"Code\" = 'ITEM_NONDELIVER'");
        // No foreign key: the intake holds the shipment's row locked while it writes, shipments are never deleted, and
        // PostgreSQL would look the shipment up once more for every one of ten thousand rows.
    }
}
