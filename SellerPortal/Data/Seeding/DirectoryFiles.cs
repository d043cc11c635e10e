using System.IO.Compression;
using CsvHelper;
using SellerPortal.Data.Start;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Data.Seeding;

/// <summary>Reads the pincodes and post offices that are shipped with the portal as gzipped CSV.</summary>
public sealed class DirectoryFiles(string folder)
{
    private const string Pincodes = "pincodes.csv.gz";
    private const string Offices = "post_offices.csv.gz";

    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        PoolStrings = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    /// <summary>The folder of the files as shipped.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "Data", "Seeding", "Files");

    /// <summary>Every pincode, once.</summary>
    /// <exception cref="StartupException">The file is missing or broken; the message names file, line and fault.</exception>
    public IEnumerable<PincodeEntry> ReadPincodes()
    {
        var seen = new HashSet<Pincode>();
        foreach (var row in Read(Pincodes, ["pincode", "district", "state", "lat", "lon", "delivery", "main_office", "confidence"]))
        {
            var pincode = row.Pincode(0);
            if (!seen.Add(pincode)) throw row.Fault($"pincode {pincode} comes twice");
            yield return new PincodeEntry
            {
                Pincode = pincode,
                District = row.Text(1),
                State = row.Text(2),
                Centre = new GeoPoint(row.Degrees(3) ?? throw row.Fault("lat is empty"), row.Degrees(4) ?? throw row.Fault("lon is empty")),
                Delivers = row.OneOf(5, "no", "yes") == 1,
                MainOffice = row.Name(6),
                Confidence = (CentreConfidence)row.OneOf(7, "low", "medium", "high"),
            };
        }
    }

    /// <summary>Every post office, numbered from 1.</summary>
    /// <param name="pincodes">The pincodes there are.</param>
    /// <exception cref="StartupException">The file is missing or broken; the message names file, line and fault.</exception>
    public IEnumerable<PostOffice> ReadOffices(IReadOnlySet<Pincode> pincodes)
    {
        var id = 0;
        var areas = new Dictionary<(string, string, string, string, string, string), PostalArea>();
        string[] columns = ["pincode", "office", "type", "delivery", "division", "region", "circle", "taluk", "district", "state", "lat", "lon"];
        foreach (var row in Read(Offices, columns))
        {
            var pincode = row.Pincode(0);
            if (!pincodes.Contains(pincode)) throw row.Fault($"pincode {pincode} is not in {Pincodes}");
            var (latitude, longitude) = (row.Degrees(10), row.Degrees(11));
            if (latitude is null != longitude is null) throw row.Fault("only one of lat and lon is given");
            var surroundings = (row.Text(4), row.Text(5), row.Text(6), row.Text(7), row.Text(8), row.Text(9));
            if (!areas.TryGetValue(surroundings, out var area)) areas.Add(surroundings, area = AreaOf(areas.Count + 1, surroundings));
            yield return new PostOffice
            {
                Id = ++id,
                Pincode = pincode,
                Name = row.Name(1),
                Type = (PostOfficeType)row.OneOf(2, "HO", "SO", "BO"),
                Delivers = row.OneOf(3, "Non-Delivery", "Delivery") == 1,
                AreaId = area.Id,
                Area = area,
                Latitude = latitude,
                Longitude = longitude,
            };
        }
    }

    private static PostalArea AreaOf(int id, (string Division, string Region, string Circle, string Taluk, string District, string State) of) => new()
    {
        Id = id,
        Division = of.Division,
        Region = of.Region,
        Circle = of.Circle,
        Taluk = of.Taluk,
        District = of.District,
        State = of.State,
    };

    private IEnumerable<Row> Read(string name, string[] columns)
    {
        var file = Path.Combine(folder, name);
        if (!File.Exists(file)) throw new StartupException($"The data file {file} is missing; put it back from the portal's source.");
        using var csv = CsvReader.Create(new GZipStream(File.OpenRead(file), CompressionMode.Decompress), Options, leaveOpen: false);
        if (!Next(csv, file)) throw new StartupException($"{file}, line 2: there is no row below a header.");
        var places = Array.ConvertAll(columns, column => csv.Headers.ToList().IndexOf(column));
        if (Array.IndexOf(places, -1) is var missing and >= 0) throw new StartupException($"{file}, line 1: the column {columns[missing]} is missing.");
        var row = new Row(csv, file, columns, places);
        do yield return row;
        while (Next(csv, file));
    }

    private static bool Next(CsvReader csv, string file)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException error)
        {
            throw new StartupException($"{file}, line {error.LineNumber}: {error.Message}", error);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw new StartupException($"{file}, after line {csv.LineNumber}: the file is cut short or damaged ({error.Message})", error);
        }
    }

    /// <summary>The line the reader stands on.</summary>
    private sealed class Row(CsvReader csv, string file, string[] columns, int[] places)
    {
        private const int LongestText = 60;

        public StartupException Fault(string what) => new($"{file}, line {csv.LineNumber}: {what}.");

        public string Text(int column) => UpTo(LongestText, column);

        public string Name(int column) =>
            UpTo(PostOffice.LongestName, column) is { Length: > 0 } name ? name : throw Fault($"{columns[column]} is empty");

        public Pincode Pincode(int column)
        {
            Span<char> text = stackalloc char[6];
            return csv.GetSpan(places[column]).Length == text.Length
                && Domain.Addresses.Pincode.TryParse(text[..csv.GetChars(places[column], text)], out var pincode)
                    ? pincode
                    : throw Fault($"'{Raw(column)}' is no pincode");
        }

        public double? Degrees(int column)
        {
            if (csv.IsEmpty(places[column])) return null;
            return csv.TryParse<double>(places[column], out var degrees) && Math.Abs(degrees) <= 180
                ? degrees
                : throw Fault($"{columns[column]} '{Raw(column)}' is no number of degrees");
        }

        public int OneOf(int column, params ReadOnlySpan<string> values)
        {
            var text = Raw(column);
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] == text) return i;
            }

            throw Fault($"{columns[column]} '{text}' is none of {string.Join(", ", values.ToArray())}");
        }

        private string Raw(int column) => csv.GetString(places[column]);

        private string UpTo(int longest, int column)
        {
            var text = Raw(column);
            return text.Length <= longest ? text : throw Fault($"{columns[column]} is longer than {longest} characters");
        }
    }
}
