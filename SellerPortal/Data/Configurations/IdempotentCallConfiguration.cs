using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Access;

namespace SellerPortal.Data.Configurations;

internal sealed class IdempotentCallConfiguration : IEntityTypeConfiguration<IdempotentCall>
{
    public void Configure(EntityTypeBuilder<IdempotentCall> builder)
    {
        builder.ToTable("IdempotentCalls");
        builder.HasKey(call => new { call.Owner, call.Key });
        builder.Property(call => call.Key).HasMaxLength(255);
        builder.Property(call => call.Content).HasMaxLength(32);
        builder.Property(call => call.ContentType).HasMaxLength(100);
        builder.Property(call => call.Location).HasMaxLength(300);
        builder.Property(call => call.ETag).HasMaxLength(100);
        builder.HasIndex(call => call.BegunAt);
    }
}
