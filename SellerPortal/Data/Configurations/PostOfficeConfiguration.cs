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
        builder.Property(office => office.Division).HasMaxLength(60);
        builder.Property(office => office.Region).HasMaxLength(60);
        builder.Property(office => office.Circle).HasMaxLength(60);
        builder.Property(office => office.Taluk).HasMaxLength(60);
        builder.Property(office => office.District).HasMaxLength(60);
        builder.Property(office => office.State).HasMaxLength(60);
        builder.Ignore(office => office.Point);
        builder.Ignore(office => office.IsBookable);
        builder.HasIndex(office => office.Pincode);
    }
}
