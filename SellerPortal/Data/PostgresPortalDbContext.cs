using Microsoft.EntityFrameworkCore;

namespace SellerPortal.Data;

/// <summary>The portal's database on a PostgreSQL server, for many nodes.</summary>
public sealed class PostgresPortalDbContext(DbContextOptions<PostgresPortalDbContext> options) : PortalDbContext(options)
{
    /// <inheritdoc/>
    protected override void ConfigureTime(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Converters.UtcTimes>();
}
