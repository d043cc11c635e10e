using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Data.Accounts;
using SellerPortal.Domain.Access;

namespace SellerPortal.Data.Configurations;

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder) => builder.Property(user => user.TeamRole).HasDefaultValue(TeamRole.Owner);
}
