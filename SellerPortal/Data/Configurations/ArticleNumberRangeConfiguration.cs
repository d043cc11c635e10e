using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Articles;

namespace SellerPortal.Data.Configurations;

internal sealed class ArticleNumberRangeConfiguration : IEntityTypeConfiguration<ArticleNumberRange>
{
    public void Configure(EntityTypeBuilder<ArticleNumberRange> builder)
    {
        builder.ToTable("ArticleNumberRanges");
        builder.HasKey(range => range.Id);
        builder.Property(range => range.Id).ValueGeneratedNever();
        builder.Property(range => range.ContractNumber).HasMaxLength(8);
        builder.Property(range => range.Prefix).HasMaxLength(2).IsFixedLength();
        builder.HasIndex(range => new { range.Prefix, range.First }).IsUnique();
        builder.HasIndex(range => new { range.Product, range.ContractNumber });
    }
}
