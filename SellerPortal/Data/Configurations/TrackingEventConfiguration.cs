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
        builder.HasOne<Shipment>().WithMany().HasForeignKey(scan => scan.Article).HasPrincipalKey(shipment => shipment.Article)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
