using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Data.Configurations;

internal sealed class PincodeEntryConfiguration : IEntityTypeConfiguration<PincodeEntry>
{
    public void Configure(EntityTypeBuilder<PincodeEntry> builder)
    {
        builder.ToTable("Pincodes");
        builder.HasKey(entry => entry.Pincode);
        builder.Property(entry => entry.Pincode).ValueGeneratedNever();
        builder.Property(entry => entry.District).HasMaxLength(60);
        builder.Property(entry => entry.State).HasMaxLength(60);
        builder.Property(entry => entry.MainOffice).HasMaxLength(PostOffice.LongestName);
        builder.Property(entry => entry.Confidence).HasConversion<int>();
        builder.ComplexProperty(entry => entry.Centre, centre =>
        {
            centre.Property(point => point.Latitude).HasColumnName("Latitude");
            centre.Property(point => point.Longitude).HasColumnName("Longitude");
        });
    }
}
