using System.Globalization;
using CsvHelper;
using SellerPortal.Data.Start;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Data.Seeding;

/// <summary>
/// Reads the tariffs that are shipped with the portal: published tables as they are, and beside them small files for
/// what is not in a table. The date in a file's name is the day from which it applies.
/// </summary>
public sealed class TariffFiles(string folder)
{
    private const string Tables = "tables.csv";
    private const string Fees = "add-on-fees.*.csv";

    /// <summary>The folder of the files as shipped.</summary>
    public static string ShippedFolder => Path.Combine(DirectoryFiles.ShippedFolder, "tariffs");

    /// <summary>Everything in the folder, checked.</summary>
    /// <exception cref="StartupException">A file is missing or broken; the message names file, line and fault.</exception>
    public TariffRows Read()
    {
        var tables = ReadTables().ToList();
        var rows = new TariffRows
        {
            Tables = [.. tables.Select(table => table.Row)],
            Rates = [.. tables.SelectMany(table => ReadRates(table.File, table.Row))],
            AddOnFees = [.. ReadFees()],
            Gaps = [.. Lines("not-published.csv", "product", "from", "to").Select(line => new TariffGapRow
            {
                Product = line.Product("product"),
                From = line.Day("from") ?? DateOnly.MinValue,
                To = line.Day("to") ?? DateOnly.MaxValue,
            })],
            Places = [.. Lines("places.csv", "pin_prefix", "name", "local_group", "metro", "capital").Select(line => new PostalPlace
            {
                PinPrefix = line.Text("pin_prefix", 6),
                Name = line.Text("name", 60),
                IsLocalGroup = line.YesOrNo("local_group"),
                IsMetro = line.YesOrNo("metro"),
                IsCapital = line.YesOrNo("capital"),
            })],
            Norms = [.. Lines("delivery-norms.csv", "mode", "route", "from_days", "to_days").Select(line => new DeliveryNormRow
            {
                Mode = line.Name<TransportMode>("mode"),
                Route = line.Name<DeliveryRoute>("route"),
                FromDays = line.Number("from_days"),
                ToDays = line.Number("to_days"),
            })],
            Settings = [.. Lines("settings.csv", "key", "value").Select(line => new TariffSettingRow { Key = line.Text("key", 40), Value = line.Text("value", 80) })],
        };
        Check(folder, () => TariffBook.Create(rows, PostalCalendar.Plain));
        return rows;
    }

    private static void Check(string place, Action build)
    {
        try
        {
            build();
        }
        catch (TariffFaultException fault)
        {
            throw new StartupException($"{place}: {fault.Message}.", fault);
        }
    }

    private static DateOnly DayInName(string file)
    {
        var parts = Path.GetFileName(file).Split('.');
        return parts.Length == 3 && DateOnly.TryParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new StartupException($"{file}: the name does not hold the day from which the file applies, such as 2025-10-01.");
    }

    private IEnumerable<(string File, TariffTableRow Row)> ReadTables() => Lines(Tables, "file", "product", "source").Select(line =>
    {
        var name = line.Text("file", 80);
        if (name != Path.GetFileName(name)) throw line.Fault($"file '{name}' is no name of a file");
        return (name, new TariffTableRow { Product = line.Product("product"), EffectiveFrom = DayInName(Path.Combine(folder, name)), Source = line.Text("source", 120) });
    });

    private List<TariffRateRow> ReadRates(string name, TariffTableRow table)
    {
        const string Weight = "weight_up_to_g";
        const string Step = "each_extra_";
        var rates = new List<TariffRateRow>();
        foreach (var line in Lines(name, Weight))
        {
            var weight = line.Text(Weight, 20);
            var isStep = weight.StartsWith(Step, StringComparison.Ordinal);
            if (!int.TryParse(isStep ? weight[Step.Length..] : weight, NumberStyles.None, CultureInfo.InvariantCulture, out var grams))
            {
                throw line.Fault($"{Weight} '{weight}' is no number of grams");
            }

            rates.AddRange(line.Columns.Where(column => column != Weight).Select(column => new TariffRateRow
            {
                Product = table.Product,
                EffectiveFrom = table.EffectiveFrom,
                Column = column,
                IsExtraStep = isStep,
                Grams = grams,
                Price = line.Rupees(column) ?? throw line.Fault($"{column} is empty"),
            }));
        }

        Check(Path.Combine(folder, name), () => _ = new TariffTable(table, rates));
        return rates;
    }

    private IEnumerable<AddOnFeeRow> ReadFees()
    {
        foreach (var file in Directory.EnumerateFiles(folder, Fees).Order(StringComparer.Ordinal))
        {
            var day = DayInName(file);
            foreach (var line in Lines(Path.GetFileName(file), "code", "basis", "first_unit_rs", "first_fee_rs", "each_extra_unit_rs", "each_extra_fee_rs", "source"))
            {
                var bySlab = line.Text("basis", 10) switch
                {
                    "flat" => false,
                    "slab" => true,
                    var other => throw line.Fault($"basis '{other}' is neither flat nor slab"),
                };
                yield return new AddOnFeeRow
                {
                    EffectiveFrom = day,
                    Code = line.Text("code", 10),
                    FirstFee = line.Rupees("first_fee_rs") ?? throw line.Fault("first_fee_rs is empty"),
                    FirstUnitRupees = bySlab ? line.Number("first_unit_rs") : 0,
                    ExtraUnitRupees = bySlab ? line.Number("each_extra_unit_rs") : 0,
                    ExtraFee = line.Rupees("each_extra_fee_rs") ?? Money.Zero,
                    Source = line.Text("source", 120),
                };
            }
        }
    }

    private List<TariffLine> Lines(string name, params string[] needed) => TariffLine.ReadAll(Path.Combine(folder, name), needed);
}

/// <summary>One line of a tariff file, which knows where it stands.</summary>
internal sealed class TariffLine
{
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    private readonly string _file;
    private readonly long _number;
    private readonly Dictionary<string, string> _fields;

    private TariffLine(string file, long number, Dictionary<string, string> fields) => (_file, _number, _fields) = (file, number, fields);

    /// <summary>The names of all columns, in their order.</summary>
    public IEnumerable<string> Columns => _fields.Keys;

    /// <summary>Reads a file with a header.</summary>
    /// <exception cref="StartupException">It is missing or broken, or lacks one of the columns needed.</exception>
    public static List<TariffLine> ReadAll(string file, string[] needed)
    {
        if (!File.Exists(file)) throw new StartupException($"The data file {file} is missing; put it back from the portal's source.");
        var lines = new List<TariffLine>();
        try
        {
            using var csv = CsvReader.Create(File.OpenRead(file), Options, leaveOpen: false);
            while (csv.Read())
            {
                var headers = csv.Headers.ToArray();
                if (Array.Find(needed, column => !headers.Contains(column)) is { } missing) throw new StartupException($"{file}, line 1: the column {missing} is missing.");
                var fields = new Dictionary<string, string>(StringComparer.Ordinal);
                for (var i = 0; i < headers.Length; i++)
                {
                    if (!fields.TryAdd(headers[i], csv.GetString(i).Trim())) throw new StartupException($"{file}, line 1: the column {headers[i]} comes twice.");
                }

                lines.Add(new TariffLine(file, csv.LineNumber, fields));
            }
        }
        catch (CsvFormatException error)
        {
            throw new StartupException($"{file}, line {error.LineNumber}: {error.Message}", error);
        }
        catch (IOException error)
        {
            throw new StartupException($"{file} cannot be read: {error.Message}", error);
        }

        return lines;
    }

    public StartupException Fault(string what) => new($"{_file}, line {_number}: {what}.");

    public string Text(string column, int longest)
    {
        var text = _fields[column];
        if (text.Length == 0) throw Fault($"{column} is empty");
        return text.Length <= longest ? text : throw Fault($"{column} is longer than {longest} characters");
    }

    public ProductCode Product(string column) =>
        ProductCodes.TryParse(_fields[column], out var product) ? product : throw Fault($"{column} '{_fields[column]}' is no product");

    public bool YesOrNo(string column) => _fields[column] switch
    {
        "yes" => true,
        "no" => false,
        var other => throw Fault($"{column} '{other}' is neither yes nor no"),
    };

    public T Name<T>(string column)
        where T : struct, Enum =>
        Enum.TryParse<T>(_fields[column], out var value) && Enum.IsDefined(value) && value.ToString() == _fields[column]
            ? value
            : throw Fault($"{column} '{_fields[column]}' is none of {string.Join(", ", Enum.GetNames<T>())}");

    public int Number(string column) =>
        int.TryParse(_fields[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Fault($"{column} '{_fields[column]}' is no whole number");

    public DateOnly? Day(string column)
    {
        if (_fields[column].Length == 0) return null;
        return DateOnly.TryParseExact(_fields[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Fault($"{column} '{_fields[column]}' is no day such as 2025-10-01");
    }

    public Money? Rupees(string column)
    {
        var text = _fields[column];
        if (text.Length == 0) return null;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rupees)
            && rupees < 10_000_000 && rupees * 100 == decimal.Truncate(rupees * 100)
                ? Money.FromRupees(rupees)
                : throw Fault($"{column} '{text}' is no amount in rupees");
    }
}
