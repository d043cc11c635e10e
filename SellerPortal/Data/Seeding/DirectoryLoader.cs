using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SellerPortal.Data.Start;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Data.Seeding;

/// <summary>Reads the directory from the database into memory and puts it in force.</summary>
internal sealed class DirectoryLoader(IDbContextFactory<PortalDbContext> factory, Snapshot<PincodeDirectory> snapshot) : IWarmUp
{
    public async Task LoadAsync(CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var areas = await database.PostalAreas.AsNoTracking().ToDictionaryAsync(area => area.Id, token);
        var last = await database.PostOffices.MaxAsync(office => (int?)office.Id, token) ?? 0;
        // Two halves on two connections: most of the time goes into making strings, which two cores do in half of it.
        var offices = Task.WhenAll(Task.Run(() => ReadOfficesAsync(areas, 0, last / 2, token), token), Task.Run(() => ReadOfficesAsync(areas, last / 2, last, token), token));
        var entries = await database.Pincodes.AsNoTracking().ToListAsync(token);
        var halves = await offices;
        snapshot.Publish(PincodeDirectory.Create(entries, [.. halves[0], .. halves[1]]));
    }

    /// <summary>165,000 rows come five times faster from the reader than through the model.</summary>
    private async Task<List<PostOffice>> ReadOfficesAsync(Dictionary<int, PostalArea> areas, int after, int upTo, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        await database.Database.OpenConnectionAsync(token);
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = SelectOffices(database);
        AddNumber(command, "after", after);
        AddNumber(command, "upTo", upTo);
        await using var reader = await command.ExecuteReaderAsync(token);
        var offices = new List<PostOffice>(upTo - after);
        while (reader.Read())
        {
            var area = reader.GetInt32(5);
            offices.Add(new PostOffice
            {
                Id = reader.GetInt32(0),
                Pincode = Pincode.FromNumber(reader.GetInt32(1)),
                Name = reader.GetString(2),
                Type = PostOfficeTypes.FromCode(reader.GetString(3)),
                Delivers = reader.GetBoolean(4),
                AreaId = area,
                Area = areas[area],
                Latitude = Degrees(reader, 6),
                Longitude = Degrees(reader, 7),
            });
        }

        return offices;
    }

    private static double? Degrees(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);

    private static string SelectOffices(PortalDbContext database)
    {
        var sql = database.GetService<ISqlGenerationHelper>();
        var columns = ((string[])[
            nameof(PostOffice.Id), nameof(PostOffice.Pincode), nameof(PostOffice.Name), nameof(PostOffice.Type), nameof(PostOffice.Delivers),
            nameof(PostOffice.AreaId), nameof(PostOffice.Latitude), nameof(PostOffice.Longitude)]).Select(sql.DelimitIdentifier);
        var id = sql.DelimitIdentifier(nameof(PostOffice.Id));
        return $"SELECT {string.Join(", ", columns)} FROM {sql.DelimitIdentifier("PostOffices")} WHERE {id} > @after AND {id} <= @upTo ORDER BY {id}";
    }

    private static void AddNumber(DbCommand command, string name, int value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
