using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data;

/// <summary>The portal's database on a PostgreSQL server, for many nodes.</summary>
public sealed class PostgresPortalDbContext(DbContextOptions<PostgresPortalDbContext> options) : PortalDbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        var tile = builder.Entity<Shipment>().Property(shipment => shipment.Tile);
        tile.HasComputedColumnSql(tile.Metadata.GetComputedColumnSql(), stored: true);
    }

    /// <inheritdoc/>
    protected override void ConfigureTime(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Converters.UtcTimes>();
}
