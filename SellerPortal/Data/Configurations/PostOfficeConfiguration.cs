using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Data.Configurations;

internal sealed class PostOfficeConfiguration : IEntityTypeConfiguration<PostOffice>
{
    public void Configure(EntityTypeBuilder<PostOffice> builder)
    {
        builder.ToTable("PostOffices");
        builder.HasKey(office => office.Id);
        builder.Property(office => office.Id).ValueGeneratedNever();
        builder.Property(office => office.Name).HasMaxLength(PostOffice.LongestName);
        builder.Property(office => office.Type).HasConversion(type => type.ToCode(), code => PostOfficeTypes.FromCode(code)).HasMaxLength(2);
        builder.HasOne(office => office.Area).WithMany().HasForeignKey(office => office.AreaId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(office => office.Point);
        builder.Ignore(office => office.IsBookable);
        builder.HasIndex(office => office.Pincode);
    }
}

internal sealed class PostalAreaConfiguration : IEntityTypeConfiguration<PostalArea>
{
    public void Configure(EntityTypeBuilder<PostalArea> builder)
    {
        builder.ToTable("PostalAreas");
        builder.HasKey(area => area.Id);
        builder.Property(area => area.Id).ValueGeneratedNever();
        builder.Property(area => area.Division).HasMaxLength(60);
        builder.Property(area => area.Region).HasMaxLength(60);
        builder.Property(area => area.Circle).HasMaxLength(60);
        builder.Property(area => area.Taluk).HasMaxLength(60);
        builder.Property(area => area.District).HasMaxLength(60);
        builder.Property(area => area.State).HasMaxLength(60);
    }
}
