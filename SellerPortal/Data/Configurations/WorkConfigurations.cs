using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Work;

namespace SellerPortal.Data.Configurations;

internal sealed class WorkItemConfiguration : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("WorkItems");
        builder.HasKey(item => item.Id);
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Kind).HasMaxLength(WorkItem.LongestKind);
        builder.Property(item => item.LastFault).HasMaxLength(WorkItem.LongestFault);
        builder.HasIndex(item => new { item.DeadAt, item.DueAt });
    }
}

internal sealed class ShipmentChangeConfiguration : IEntityTypeConfiguration<ShipmentChange>
{
    public void Configure(EntityTypeBuilder<ShipmentChange> builder)
    {
        builder.ToTable("ShipmentChanges");
        builder.HasKey(change => change.Id);
        builder.Property(change => change.Id).ValueGeneratedOnAdd();
    }
}
