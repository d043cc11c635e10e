using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Data.Configurations;

internal sealed class TeamInvitationConfiguration : IEntityTypeConfiguration<TeamInvitation>
{
    public void Configure(EntityTypeBuilder<TeamInvitation> builder)
    {
        builder.ToTable("TeamInvitations");
        builder.HasKey(invitation => invitation.Id);
        builder.Property(invitation => invitation.Id).ValueGeneratedNever();
        builder.Property(invitation => invitation.Email).HasMaxLength(EmailAddress.Longest);
        builder.Property(invitation => invitation.EmailKey).HasMaxLength(EmailAddress.Longest);
        builder.Property(invitation => invitation.TokenHash).HasMaxLength(32);
        builder.Property(invitation => invitation.Version).IsConcurrencyToken();
        builder.HasOne<Seller>().WithMany().HasForeignKey(invitation => invitation.SellerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(invitation => new { invitation.SellerId, invitation.EmailKey }).IsUnique();
        builder.HasIndex(invitation => invitation.TokenHash).IsUnique();
    }
}

internal sealed class TeamEventConfiguration : IEntityTypeConfiguration<TeamEvent>
{
    public void Configure(EntityTypeBuilder<TeamEvent> builder)
    {
        builder.ToTable("TeamEvents");
        builder.HasKey(happened => happened.Id);
        builder.Property(happened => happened.Id).ValueGeneratedNever();
        builder.Property(happened => happened.ByName).HasMaxLength(TeamEvent.LongestName);
        builder.Property(happened => happened.Subject).HasMaxLength(EmailAddress.Longest);
        builder.HasOne<Seller>().WithMany().HasForeignKey(happened => happened.SellerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(happened => new { happened.SellerId, happened.At });
    }
}
