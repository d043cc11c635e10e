using System.Globalization;
using SellerPortal.Domain;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.TariffAdmin;

/// <summary>/api/v1/tariffs: the tariffs that are loaded, to be read by anyone.</summary>
internal static class TariffEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var tariffs = endpoints.MapApi("tariffs", "Tariffs");
        tariffs.MapGet("/", List)
            .WithName("ListTariffs")
            .WithSummary("Which tariffs are loaded, since when, and from where.")
            .ForEverybody()
            .Produces<IReadOnlyList<TariffSummary>>();
        tariffs.MapGet("/{productCode}", One)
            .WithName("GetTariff")
            .WithSummary("The prices of a product in force on a day, in paise before add-ons and tax.")
            .ForEverybody()
            .Produces<TariffAnswer>()
            .Refuses(StatusCodes.Status404NotFound);
    }

    private static IResult List(Snapshot<TariffBook> tariffs) => Results.Json(
        Enum.GetValues<ProductCode>().SelectMany(product => tariffs.Value.TablesOf(product)).Select(table => new TariffSummary(table.Product.ToCode(), table.EffectiveFrom, table.Source)).ToList(), ApiJson.Options);

    private static IResult One(string productCode, string? on, Snapshot<TariffBook> tariffs, TimeProvider time)
    {
        if (!ProductCodes.TryParse(productCode, out var product)) return Problems.NotFound($"There is no product {productCode[..Math.Min(productCode.Length, 40)]}.", $"Send one of {string.Join(", ", Enum.GetValues<ProductCode>().Select(code => code.ToCode()))}.");
        var day = Domain.Values.IndianTime.DayOf(time.GetUtcNow());
        if (on is not null && !DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return Problems.Invalid(new Problems.FieldFault("?on", "unknown_value", "This is no day.", "Send a day such as 2026-11-24."));
        }

        return tariffs.Value.TableOn(product, day) is { } table ? Results.Json(TariffAnswer.Of(table), ApiJson.Options) : Problems.NotFound("No tariff of the product is published for that day.", "Ask for a day from effectiveFrom on of one that GET /tariffs lists.");
    }
}

/// <summary>One tariff.</summary>
public sealed record TariffSummary(string ProductCode, DateOnly EffectiveFrom, string Source);

/// <summary>The prices of one tariff.</summary>
/// <param name="ProductCode">The product.</param>
/// <param name="EffectiveFrom">The first day on which it applies.</param>
/// <param name="Source">Where it was published.</param>
/// <param name="Columns">Zones, or local and then the slabs of distance.</param>
/// <param name="Rows">The slabs of weight, ascending; each has a price for every column.</param>
/// <param name="StepGrams">The size of each further step above the last slab; left out when the table ends there.</param>
/// <param name="StepPaise">The price of a further step for every column.</param>
public sealed record TariffAnswer(
    string ProductCode, DateOnly EffectiveFrom, string Source, IReadOnlyList<string> Columns, IReadOnlyList<TariffRowAnswer> Rows, int? StepGrams, IReadOnlyList<long>? StepPaise)
{
    internal static TariffAnswer Of(TariffTable table)
    {
        var last = table.SlabEnds[^1];
        return new TariffAnswer(
            table.Product.ToCode(),
            table.EffectiveFrom,
            table.Source,
            [.. table.Columns.Select(column => column.Code)],
            [.. table.SlabEnds.Select(grams => new TariffRowAnswer(grams, [.. table.Columns.Select((_, column) => PriceOf(table, grams, column).SlabPaise)]))],
            table.StepGrams > 0 ? table.StepGrams : null,
            table.StepGrams > 0 ? [.. table.Columns.Select((_, column) => PriceOf(table, last + 1, column).StepPaise)] : null);
    }

    private static TariffPrice PriceOf(TariffTable table, int grams, int column) =>
        table.TryPrice(grams, column, out var price) ? price : throw new InvalidOperationException("A slab of a table has a price.");
}

/// <summary>One slab of weight: its last gram, and the price in paise for every column.</summary>
public sealed record TariffRowAnswer(int UpToGrams, IReadOnlyList<long> Paise);
