using System.Data.Common;
using SellerPortal.Data.Start;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Data.Seeding;

/// <summary>Reads the directory from the database into memory and puts it in force.</summary>
internal sealed class DirectoryLoader(DbDataSource source, Snapshot<PincodeDirectory> snapshot) : IWarmUp
{
    private static readonly string[] AreaColumns =
    [
        nameof(PostalArea.Id), nameof(PostalArea.Division), nameof(PostalArea.Region), nameof(PostalArea.Circle),
        nameof(PostalArea.Taluk), nameof(PostalArea.District), nameof(PostalArea.State),
    ];

    private static readonly string[] OfficeColumns =
    [
        nameof(PostOffice.Id), nameof(PostOffice.Pincode), nameof(PostOffice.Name), nameof(PostOffice.Type), nameof(PostOffice.Delivers),
        nameof(PostOffice.AreaId), nameof(PostOffice.Latitude), nameof(PostOffice.Longitude),
    ];

    private static readonly string[] PincodeColumns =
    [
        nameof(PincodeEntry.Pincode), nameof(PincodeEntry.District), nameof(PincodeEntry.State), nameof(GeoPoint.Latitude), nameof(GeoPoint.Longitude),
        nameof(PincodeEntry.Confidence), nameof(PincodeEntry.Delivers), nameof(PincodeEntry.MainOffice),
    ];

    public int After => DirectorySeed.Place;

    public async Task LoadAsync(CancellationToken token)
    {
        var areas = (await source.ReadTableAsync("PostalAreas", AreaColumns, null, ReadArea, token)).ToDictionary(area => area.Id);
        var last = await source.HighestAsync("PostOffices", nameof(PostOffice.Id), token);
        // Two halves on two connections: most of the time goes into making objects, which two cores do in half of it.
        var offices = Task.WhenAll(
            Task.Run(() => ReadOfficesAsync(areas, (0, last / 2), token), token),
            Task.Run(() => ReadOfficesAsync(areas, (last / 2, last), token), token));
        var entries = await source.ReadTableAsync("Pincodes", PincodeColumns, null, ReadPincode, token);
        var halves = await offices;
        snapshot.Publish(PincodeDirectory.Create(entries, [.. halves[0], .. halves[1]]));
    }

    private Task<List<PostOffice>> ReadOfficesAsync(Dictionary<int, PostalArea> areas, (int After, int UpTo) range, CancellationToken token) =>
        source.ReadTableAsync("PostOffices", OfficeColumns, range, reader => ReadOffice(reader, areas), token);

    private static PostalArea ReadArea(DbDataReader reader) => new()
    {
        Id = reader.GetInt32(0),
        Division = reader.GetString(1),
        Region = reader.GetString(2),
        Circle = reader.GetString(3),
        Taluk = reader.GetString(4),
        District = reader.GetString(5),
        State = reader.GetString(6),
    };

    private static PostOffice ReadOffice(DbDataReader reader, Dictionary<int, PostalArea> areas)
    {
        var area = reader.GetInt32(5);
        return new PostOffice
        {
            Id = reader.GetInt32(0),
            Pincode = Pincode.FromNumber(reader.GetInt32(1)),
            Name = reader.GetString(2),
            Type = PostOfficeTypes.FromCode(reader.GetString(3)),
            Delivers = reader.GetBoolean(4),
            AreaId = area,
            Area = areas[area],
            Latitude = reader.IsDBNull(6) ? null : reader.GetDouble(6),
            Longitude = reader.IsDBNull(7) ? null : reader.GetDouble(7),
        };
    }

    private static PincodeEntry ReadPincode(DbDataReader reader) => new()
    {
        Pincode = Pincode.FromNumber(reader.GetInt32(0)),
        District = reader.GetString(1),
        State = reader.GetString(2),
        Centre = new GeoPoint(reader.GetDouble(3), reader.GetDouble(4)),
        Confidence = (CentreConfidence)reader.GetInt32(5),
        Delivers = reader.GetBoolean(6),
        MainOffice = reader.GetString(7),
    };
}
