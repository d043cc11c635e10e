using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Labels;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Data.Configurations;

internal sealed class LabelSettingsConfiguration : IEntityTypeConfiguration<LabelSettings>
{
    public void Configure(EntityTypeBuilder<LabelSettings> builder)
    {
        builder.ToTable("LabelSettings");
        builder.HasKey(settings => settings.UserId);
        builder.Property(settings => settings.UserId).ValueGeneratedNever();
        builder.Property(settings => settings.Format).HasConversion<string>().HasMaxLength(24);
        builder.Property(settings => settings.Language).HasConversion<string>().HasMaxLength(8);
        builder.Ignore(settings => settings.Paper);
    }
}

internal sealed class LabelJobConfiguration : IEntityTypeConfiguration<LabelJob>
{
    public void Configure(EntityTypeBuilder<LabelJob> builder)
    {
        builder.ToTable("LabelJobs");
        builder.HasKey(job => job.Id);
        builder.Property(job => job.Id).ValueGeneratedNever();
        builder.Property(job => job.Format).HasConversion<string>().HasMaxLength(24);
        builder.Property(job => job.Language).HasConversion<string>().HasMaxLength(8);
        builder.Property(job => job.Status).HasConversion<string>().HasMaxLength(16);
        builder.Ignore(job => job.Paper);
        builder.HasOne<Seller>().WithMany().HasForeignKey(job => job.SellerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(job => new { job.SellerId, job.OrderedAt });
        builder.HasIndex(job => new { job.Status, job.StatusAt });
    }
}

internal sealed class LabelFilePartConfiguration : IEntityTypeConfiguration<LabelFilePart>
{
    public void Configure(EntityTypeBuilder<LabelFilePart> builder)
    {
        builder.ToTable("LabelFileParts");
        builder.HasKey(part => new { part.JobId, part.Run, part.Number });
        builder.HasOne<LabelJob>().WithMany().HasForeignKey(part => part.JobId).OnDelete(DeleteBehavior.Cascade);
    }
}
