using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data.Configurations;

internal sealed class BookingClaimConfiguration : IEntityTypeConfiguration<BookingClaim>
{
    public void Configure(EntityTypeBuilder<BookingClaim> builder)
    {
        builder.ToTable("BookingClaims");

        // The claim is written before its shipment, so that of two equal requests the second waits here and takes no
        // article number; a foreign key to the shipment would ask for the other order.
        builder.HasKey(claim => new { claim.SellerId, claim.Key });
        builder.Property(claim => claim.Content).HasMaxLength(64).IsFixedLength();
        builder.HasOne<Seller>().WithMany().HasForeignKey(claim => claim.SellerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BookingDraftConfiguration : IEntityTypeConfiguration<BookingDraft>
{
    public void Configure(EntityTypeBuilder<BookingDraft> builder)
    {
        builder.ToTable("BookingDrafts");
        builder.HasKey(draft => new { draft.UserId, draft.IsTest });
        builder.Property(draft => draft.UserId).ValueGeneratedNever();
        builder.Property(draft => draft.IsTest).ValueGeneratedNever();
        builder.Property(draft => draft.Json).HasMaxLength(BookingDraft.LongestJson);
    }
}
