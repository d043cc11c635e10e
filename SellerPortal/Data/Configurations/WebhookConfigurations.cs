using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Webhooks;

namespace SellerPortal.Data.Configurations;

internal sealed class WebhookEndpointConfiguration : IEntityTypeConfiguration<WebhookEndpoint>
{
    public void Configure(EntityTypeBuilder<WebhookEndpoint> builder)
    {
        builder.ToTable("WebhookEndpoints");
        builder.HasKey(endpoint => endpoint.Id);
        builder.Property(endpoint => endpoint.Id).ValueGeneratedNever();
        builder.Property(endpoint => endpoint.Url).HasMaxLength(WebhookEndpoint.LongestUrl);
        builder.Property(endpoint => endpoint.Events).HasMaxLength(WebhookEndpoint.LongestEvents);
        builder.Property(endpoint => endpoint.Secret).HasMaxLength(WebhookEndpoint.LongestSecret);
        builder.Property(endpoint => endpoint.OldSecret).HasMaxLength(WebhookEndpoint.LongestSecret);
        builder.Property(endpoint => endpoint.State).HasConversion<string>().HasMaxLength(24);
        builder.Property(endpoint => endpoint.Version).IsConcurrencyToken();
        builder.HasOne<Seller>().WithMany().HasForeignKey(endpoint => endpoint.SellerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(endpoint => new { endpoint.SellerId, endpoint.State });
    }
}

internal sealed class WebhookMessageConfiguration : IEntityTypeConfiguration<WebhookMessage>
{
    public void Configure(EntityTypeBuilder<WebhookMessage> builder)
    {
        builder.ToTable("WebhookMessages");
        builder.HasKey(message => message.Id);
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Property(message => message.Type).HasMaxLength(WebhookEventTypes.Longest);
        builder.HasOne<Seller>().WithMany().HasForeignKey(message => message.SellerId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(message => message.CreatedAt);
    }
}

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        builder.HasKey(delivery => delivery.Id);
        builder.Property(delivery => delivery.Id).ValueGeneratedOnAdd();
        builder.Property(delivery => delivery.State).HasConversion<string>().HasMaxLength(16);
        builder.Property(delivery => delivery.Trouble).HasConversion<string>().HasMaxLength(24);
        builder.Property(delivery => delivery.Answer).HasMaxLength(WebhookDelivery.LongestAnswer);
        builder.HasOne<WebhookEndpoint>().WithMany().HasForeignKey(delivery => delivery.EndpointId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<WebhookMessage>().WithMany().HasForeignKey(delivery => delivery.MessageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(delivery => new { delivery.MessageId, delivery.EndpointId }).IsUnique();
        builder.HasIndex(delivery => new { delivery.EndpointId, delivery.State, delivery.DueAt });
        builder.HasIndex(delivery => new { delivery.State, delivery.EndedAt });
    }
}

internal sealed class WebhookAttemptConfiguration : IEntityTypeConfiguration<WebhookAttempt>
{
    public void Configure(EntityTypeBuilder<WebhookAttempt> builder)
    {
        builder.ToTable("WebhookAttempts");
        builder.HasKey(attempt => attempt.Id);
        builder.Property(attempt => attempt.Id).ValueGeneratedOnAdd();
        builder.Property(attempt => attempt.Trouble).HasConversion<string>().HasMaxLength(24);
        builder.Property(attempt => attempt.Answer).HasMaxLength(WebhookAttempt.LongestAnswer);
        builder.HasOne<WebhookDelivery>().WithMany().HasForeignKey(attempt => attempt.DeliveryId).OnDelete(DeleteBehavior.Cascade);
    }
}
