using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Data.Accounts;
using SellerPortal.Domain.Notifications;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data.Configurations;

internal sealed class NotificationPlanConfiguration : IEntityTypeConfiguration<NotificationPlan>
{
    public void Configure(EntityTypeBuilder<NotificationPlan> builder)
    {
        builder.ToTable("NotificationPlans");
        builder.HasKey(plan => plan.SellerId);
        builder.Property(plan => plan.MailKinds).HasMaxLength(NotificationPlan.LongestKinds);
        builder.Property(plan => plan.PortalKinds).HasMaxLength(NotificationPlan.LongestKinds);
        builder.Property(plan => plan.ConsigneeKinds).HasMaxLength(NotificationPlan.LongestKinds);
        builder.Property(plan => plan.Receivers).HasMaxLength(NotificationPlan.LongestReceivers);
        builder.Property(plan => plan.Language).HasConversion<string>().HasMaxLength(16);
        builder.Property(plan => plan.Version).IsConcurrencyToken();
        builder.HasOne<Seller>().WithMany().HasForeignKey(plan => plan.SellerId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PortalMessageConfiguration : IEntityTypeConfiguration<PortalMessage>
{
    public void Configure(EntityTypeBuilder<PortalMessage> builder)
    {
        builder.ToTable("PortalMessages");
        builder.HasKey(message => message.Id);
        builder.Property(message => message.Id).ValueGeneratedOnAdd();
        builder.Property(message => message.Kind).HasConversion<string>().HasMaxLength(24);
        builder.Property(message => message.Article).HasMaxLength(13).IsFixedLength();
        builder.HasOne<Seller>().WithMany().HasForeignKey(message => message.SellerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Shipment>().WithMany().HasForeignKey(message => message.ShipmentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(message => new { message.SellerId, message.Id });
        builder.HasIndex(message => new { message.SellerId, message.CreatedAt });
    }
}

internal sealed class MessageReaderConfiguration : IEntityTypeConfiguration<MessageReader>
{
    public void Configure(EntityTypeBuilder<MessageReader> builder)
    {
        builder.ToTable("MessageReaders");
        builder.HasKey(reader => reader.UserId);
        builder.Property(reader => reader.UserId).ValueGeneratedNever();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(reader => reader.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MessageReadConfiguration : IEntityTypeConfiguration<MessageRead>
{
    public void Configure(EntityTypeBuilder<MessageRead> builder)
    {
        builder.ToTable("MessageReads");
        builder.HasKey(read => new { read.UserId, read.MessageId });
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(read => read.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PortalMessage>().WithMany().HasForeignKey(read => read.MessageId).OnDelete(DeleteBehavior.Cascade);
    }
}
