using CsCheck;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Domain.Tariffs;

public sealed class TariffPropertyTests
{
    private static readonly Gen<AddOnSet> AddOns = Gen.Enum<AddOn>().Array[0, 5].Select(list => AddOnSet.Of(list));

    private static readonly Gen<Dimensions?> Sizes = Gen.Select(Gen.Bool, Gen.Int[10, 1500], Gen.Int[10, 1500], Gen.Int[10, 600])
        .Select((given, a, b, c) => given ? new Dimensions(a, b, c) : (Dimensions?)null);

    private static readonly Gen<QuoteRequest> Requests = Gen.Select(
            Gen.Int[0, RealDirectory.Value.Entries.Count - 1],
            Gen.Int[0, RealDirectory.Value.Entries.Count - 1],
            Gen.Int[1, 36_000],
            Sizes,
            AddOns,
            Gen.Int[1, 100_000],
            Gen.Enum<ArticleKind>(),
            Gen.Int[0, 2_000])
        .Select((from, to, grams, size, addOns, value, kind, days) => new QuoteRequest
        {
            From = RealDirectory.Value.Entries[from],
            To = RealDirectory.Value.Entries[to],
            Weight = new Weight(grams),
            Size = size,
            AddOns = addOns,
            DeclaredValueRupees = value,
            Kind = kind,
            SenderGstState = grams % 40 == 0 ? null : grams % 40,
            PostedOn = RealTariffs.Monday.AddDays(days - 1_000),
        });

    [Fact]
    public void QuoteAll_AnyRequest_AnswersForEveryProductOnce() => Requests.Sample(request =>
    {
        var result = Ask(request);
        Assert.Equal(
            Products.All,
            result.Quotes.Select(quote => quote.Product).Concat(result.Unavailable.Select(item => item.Product)).Order());
    });

    [Fact]
    public void QuoteAll_AnyQuote_AddsUp() => Requests.Sample(request =>
    {
        foreach (var quote in Ask(request).Quotes)
        {
            Assert.Equal(quote.TaxablePaise, quote.BasePaise + quote.AddOns.Sum(charge => charge.Paise));
            Assert.Equal(quote.TotalPaise, quote.TaxablePaise + quote.Gst.CgstPaise + quote.Gst.SgstPaise + quote.Gst.IgstPaise);
            Assert.True(quote.Gst.CgstPaise % 100 == 0 && quote.Gst.IgstPaise % 100 == 0 && quote.TotalPaise % 100 == 0);
            Assert.True(quote.Gst.IgstPaise == 0 || quote.Gst.CgstPaise == 0);
            Assert.True(quote.Chargeable >= request.Weight && (quote.Volumetric is null || quote.Chargeable >= quote.Volumetric));
            Assert.InRange(quote.TotalPaise - (quote.TaxablePaise * 118 / 100), -101, 101);
            Assert.True(quote.Delivery!.From > request.PostedOn && quote.Delivery.To >= quote.Delivery.From);
            Assert.NotEmpty(quote.Explain());
        }
    });

    [Fact]
    public void QuoteAll_MoreWeight_NeverCostsLess() => Gen.Select(Requests, Gen.Int[1, 3_000]).Sample((request, more) =>
    {
        var heavier = Ask(request with { Weight = new Weight(request.Weight.Grams + more) });
        foreach (var quote in Ask(request).Quotes)
        {
            if (heavier.Find(quote.Product) is { } other) Assert.True(other.TotalPaise >= quote.TotalPaise);
        }
    });

    [Fact]
    public void QuoteAll_OneAddOnMore_NeverCostsLess() => Gen.Select(Requests, Gen.Enum<AddOn>()).Sample((request, addOn) =>
    {
        var more = Ask(request with { AddOns = request.AddOns.With(addOn) });
        foreach (var quote in Ask(request).Quotes)
        {
            if (more.Find(quote.Product) is { } other) Assert.True(other.TotalPaise >= quote.TotalPaise);
        }
    });

    [Fact]
    public void QuoteAll_Turned_HasTheSameZoneAndPrice() => Requests.Sample(request =>
    {
        var (there, back) = (Ask(request), Ask(request with { From = request.To, To = request.From }));
        Assert.Equal((there.Route.Zone, there.Route.Rule, there.Route.Delivery), (back.Route.Zone, back.Route.Rule, back.Route.Delivery));
        foreach (var quote in there.Quotes)
        {
            if (back.Find(quote.Product) is { } other) Assert.Equal(quote.BasePaise, other.BasePaise);
        }
    });

    [Fact]
    public void VolumetricWeight_AnySize_IsRoundedUpToTheNextGram() =>
        Gen.Select(Gen.Int[1, 1500], Gen.Int[1, 1500], Gen.Int[1, 1500]).Sample((a, b, c) =>
        {
            var grams = new Dimensions(a, b, c).VolumetricWeight.Grams;
            var cubic = (long)a * b * c;
            Assert.True((grams * 5_000L) >= cubic && ((grams - 1) * 5_000L) < cubic);
        });

    private static QuoteResult Ask(QuoteRequest request) => TariffCalculator.QuoteAll(RealTariffs.Book, request);
}
