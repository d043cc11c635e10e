using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Features.Quotes;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Quotes;

public sealed class GetQuotesTests
{
    private static readonly QuoteInput Good = new() { FromPincode = "482001", ToPincode = "560001", WeightGrams = 7_300 };

    /// <summary>Jabalpur to Bengaluru is other states; 7.3 kg is the last slab and three further kilograms.</summary>
    [Fact]
    public void Execute_SevenKilosToAnotherState_IsThePublishedPrice()
    {
        var quote = Priced(Good).Find(ProductCode.SpeedPostParcel)!;
        Assert.Equal(104_600, quote.BasePaise);
        Assert.Equal(Zone.OtherStates, quote.Route.Zone);
        Assert.Equal(9_400, quote.Gst.CgstPaise);
        Assert.Equal(9_400, quote.Gst.SgstPaise);
        Assert.Equal(123_400, quote.TotalPaise);
    }

    [Fact]
    public void Execute_NoDate_IsTodayInIndia()
    {
        var lateInLondon = new FixedClock(new DateTimeOffset(2026, 11, 23, 19, 0, 0, TimeSpan.Zero));
        Assert.Equal(new DateOnly(2026, 11, 24), Use(lateInLondon).Execute(Good, out _)!.Quotes[0].Request.PostedOn);
    }

    [Fact]
    public void Execute_EverythingGiven_ReachesTheTariff()
    {
        var request = Priced(Good with
        {
            FromPincode = "482 001",
            LengthCm = 30.5m,
            BreadthCm = 20,
            HeightCm = 10,
            Date = "2026-12-01",
            AddOns = ["REG", "INS"],
            DeclaredValueRupees = 500,
            Kind = "Document",
        }).Quotes[0].Request;
        Assert.Equal(305, request.Size!.Value.LengthMm);
        Assert.Equal(new DateOnly(2026, 12, 1), request.PostedOn);
        Assert.Equal(2, request.AddOns.Count);
        Assert.Equal(500, request.DeclaredValueRupees);
        Assert.Equal(ArticleKind.Document, request.Kind);
    }

    [Fact]
    public void Execute_OnlyBranchOfficesDeliver_IsKnownToTheTariff()
    {
        var directory = RealDirectory.Value;
        var entry = directory.Entries.First(entry => entry.Delivers
            && directory.OfficesOf(entry.Pincode).Where(office => office.Delivers).All(office => office.Type == PostOfficeType.Branch));
        Assert.True(Priced(Good with { ToPincode = entry.Pincode.ToString() }).Quotes[0].Request.DeliveredByBranchOffice);
        Assert.False(Priced(Good).Quotes[0].Request.DeliveredByBranchOffice);
    }

    public static TheoryData<QuoteInput, QuoteField, QuoteFault> Bad => new()
    {
        { Good with { FromPincode = "000000" }, QuoteField.FromPincode, QuoteFault.Pincode },
        { Good with { ToPincode = null }, QuoteField.ToPincode, QuoteFault.Pincode },
        { Good with { WeightGrams = null }, QuoteField.WeightGrams, QuoteFault.WeightMissing },
        { Good with { WeightGrams = 0 }, QuoteField.WeightGrams, QuoteFault.WeightNotPositive },
        { Good with { WeightGrams = long.MaxValue }, QuoteField.WeightGrams, QuoteFault.WeightTooLarge },
        { Good with { LengthCm = 1, BreadthCm = 1 }, QuoteField.HeightCm, QuoteFault.SizeIncomplete },
        { Good with { LengthCm = 0, BreadthCm = 1, HeightCm = 1 }, QuoteField.LengthCm, QuoteFault.SizeInvalid },
        { Good with { LengthCm = 1, BreadthCm = 1.25m, HeightCm = 1 }, QuoteField.BreadthCm, QuoteFault.SizeInvalid },
        { Good with { LengthCm = 1, BreadthCm = 1, HeightCm = 1000.1m }, QuoteField.HeightCm, QuoteFault.SizeInvalid },
        { Good with { LengthCm = decimal.MaxValue, BreadthCm = 1, HeightCm = 1 }, QuoteField.LengthCm, QuoteFault.SizeInvalid },
        { Good with { Date = "27-11-2026" }, QuoteField.Date, QuoteFault.DateInvalid },
        { Good with { Date = "2026-02-30" }, QuoteField.Date, QuoteFault.DateInvalid },
        { Good with { Date = "1999-12-31" }, QuoteField.Date, QuoteFault.DateInvalid },
        { Good with { AddOns = ["reg"] }, QuoteField.AddOns, QuoteFault.AddOnUnknown },
        { Good with { AddOns = [null] }, QuoteField.AddOns, QuoteFault.AddOnUnknown },
        { Good with { DeclaredValueRupees = -1 }, QuoteField.DeclaredValueRupees, QuoteFault.ValueNegative },
        { Good with { DeclaredValueRupees = long.MaxValue }, QuoteField.DeclaredValueRupees, QuoteFault.ValueTooLarge },
        { Good with { Kind = "Box" }, QuoteField.Kind, QuoteFault.KindUnknown },
    };

    [Theory, MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void Execute_OneBadField_NamesIt(QuoteInput input, QuoteField field, QuoteFault fault)
    {
        Assert.Null(Use(TimeProvider.System).Execute(input, out var faults));
        var only = Assert.Single(faults);
        Assert.Equal((field, fault), (only.Field, only.Fault));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(100_000, true)]
    [InlineData(100_001, false)]
    public void Execute_WeightAtItsEdges_IsTakenOrNot(long grams, bool taken) =>
        Assert.Equal(taken, Use(TimeProvider.System).Execute(Good with { WeightGrams = grams }, out _) is not null);

    [Theory]
    [InlineData("2000-01-01")]
    [InlineData("2100-12-31")]
    public void Execute_DayFarAway_IsAnswered(string day) =>
        Assert.Equal(5, Priced(Good with { Date = day }) is var result ? result.Quotes.Count + result.Unavailable.Count : 0);

    private static QuoteResult Priced(QuoteInput input) =>
        Use(new FixedClock(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero))).Execute(input, out _)!;

    private static GetQuotes Use(TimeProvider clock)
    {
        var directory = new Snapshot<PincodeDirectory>();
        directory.Publish(RealDirectory.Value);
        var tariffs = new Snapshot<TariffBook>();
        tariffs.Publish(RealTariffs.Book);
        return new GetQuotes(directory, tariffs, clock);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
