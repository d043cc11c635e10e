using BenchmarkDotNet.Attributes;
using SellerPortal.Data.Seeding;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace Benchmarks;

/// <summary>Full quotes: every product, with a size, an insured value and all add-ons, between pincodes of the real directory.</summary>
[MemoryDiagnoser]
public class QuoteBenchmarks
{
    private const int Requests = 1_000;
    private TariffBook book = null!;
    private QuoteRequest[] parcels = [];
    private QuoteRequest[] documents = [];

    [GlobalSetup]
    public void Setup()
    {
        book = TariffBook.Create(new TariffFiles(TariffFiles.ShippedFolder).Read(), PostalCalendar.Plain);
        var entries = new DirectoryFiles(DirectoryFiles.ShippedFolder).ReadPincodes().ToList();
        var random = new Random(1);
        parcels = [.. Enumerable.Range(0, Requests).Select(_ => new QuoteRequest
        {
            From = entries[random.Next(entries.Count)],
            To = entries[random.Next(entries.Count)],
            Weight = new Weight(random.Next(1, 20_000)),
            Size = new Dimensions(random.Next(140, 600), random.Next(90, 400), random.Next(10, 400)),
            PostedOn = new DateOnly(2026, 11, 23).AddDays(random.Next(300)),
            AddOns = AddOnSet.Of(Enum.GetValues<AddOn>()),
            DeclaredValueRupees = random.Next(1, 100_000),
            SenderGstState = random.Next(1, 38),
        })];
        documents = Array.ConvertAll(parcels, parcel => parcel with { Kind = ArticleKind.Document, Weight = new Weight((parcel.Weight.Grams % 500) + 1), Size = null });
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public long Parcel() => QuoteEach(parcels);

    [Benchmark(OperationsPerInvoke = Requests)]
    public long Document() => QuoteEach(documents);

    [Benchmark(OperationsPerInvoke = Requests)]
    public int ParcelWithExplanation()
    {
        var lines = 0;
        foreach (var request in parcels)
        {
            foreach (var quote in TariffCalculator.QuoteAll(book, request).Quotes) lines += quote.Explain().Count;
        }

        return lines;
    }

    private long QuoteEach(QuoteRequest[] requests)
    {
        var paise = 0L;
        foreach (var request in requests)
        {
            foreach (var quote in TariffCalculator.QuoteAll(book, request).Quotes) paise += quote.TotalPaise;
        }

        return paise;
    }
}
