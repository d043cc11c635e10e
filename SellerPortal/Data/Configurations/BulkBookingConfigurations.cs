using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Data.Configurations;

internal sealed class BulkJobConfiguration : IEntityTypeConfiguration<BulkJob>
{
    public void Configure(EntityTypeBuilder<BulkJob> builder)
    {
        builder.ToTable("BulkJobs");
        builder.HasKey(job => job.Id);
        builder.Property(job => job.Id).ValueGeneratedNever();
        builder.Property(job => job.FileName).HasMaxLength(BulkJob.LongestName);
        builder.Property(job => job.FileHash).HasMaxLength(64).IsFixedLength();
        builder.Property(job => job.Status).HasConversion<string>().HasMaxLength(16);
        builder.Property(job => job.Refusal).HasConversion<string>().HasMaxLength(24);
        builder.Property(job => job.Stop).HasConversion<string>().HasMaxLength(24);
        builder.Ignore(job => job.Open);
        builder.Ignore(job => job.Taken);
        builder.Ignore(job => job.IsForgotten);
        builder.HasOne<Seller>().WithMany().HasForeignKey(job => job.SellerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(job => new { job.SellerId, job.UploadedAt });
    }
}

internal sealed class BulkFileConfiguration : IEntityTypeConfiguration<BulkFile>
{
    public void Configure(EntityTypeBuilder<BulkFile> builder)
    {
        builder.ToTable("BulkFiles");
        builder.HasKey(file => file.JobId);
        builder.Property(file => file.JobId).ValueGeneratedNever();
        builder.HasOne<BulkJob>().WithOne().HasForeignKey<BulkFile>(file => file.JobId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class BulkRowConfiguration : IEntityTypeConfiguration<BulkRow>
{
    public void Configure(EntityTypeBuilder<BulkRow> builder)
    {
        builder.ToTable("BulkRows");
        builder.HasKey(row => new { row.JobId, row.Number });
        builder.Property(row => row.Order).HasMaxLength(BookingRules.LongestReference);
        builder.Property(row => row.Zone).HasMaxLength(40);
        builder.HasOne<BulkJob>().WithMany().HasForeignKey(row => row.JobId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RememberedColumnConfiguration : IEntityTypeConfiguration<RememberedColumn>
{
    public void Configure(EntityTypeBuilder<RememberedColumn> builder)
    {
        builder.ToTable("RememberedColumns");
        builder.HasKey(column => new { column.SellerId, column.Header });
        builder.Property(column => column.Header).HasMaxLength(SheetHeaders.Longest);
        builder.Property(column => column.Column).HasConversion<string>().HasMaxLength(16);
        builder.HasOne<Seller>().WithMany().HasForeignKey(column => column.SellerId).OnDelete(DeleteBehavior.Cascade);
    }
}
