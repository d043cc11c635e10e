using Microsoft.EntityFrameworkCore;

namespace SellerPortal.Data;

/// <summary>The portal's database in one SQLite file: the default, for one node.</summary>
public sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options) : PortalDbContext(options)
{
    /// <inheritdoc/>
    protected override void ConfigureTime(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Converters.UnixMicroseconds>();
}
