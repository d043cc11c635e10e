using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Tests.Support;
using static SellerPortal.Tests.Support.RealTariffs;

namespace SellerPortal.Tests.Domain.Tariffs;

public sealed class TariffCalculatorTests
{
    private const ProductCode Document_ = ProductCode.SpeedPostDocument;
    private const ProductCode Speed = ProductCode.SpeedPostParcel;
    private const ProductCode Business = ProductCode.BusinessParcel;

    [Theory]
    [InlineData(1, 90)]
    [InlineData(500, 90)]
    [InlineData(501, 143)]
    [InlineData(1000, 143)]
    [InlineData(1001, 228)]
    [InlineData(1440, 228)]
    [InlineData(5000, 686)]
    [InlineData(5001, 806)]
    [InlineData(6000, 806)]
    [InlineData(6001, 926)]
    [InlineData(7300, 1046)]
    [InlineData(20000, 2486)]
    public void QuoteAll_SpeedPostParcelToAnotherState_TakesTheSlabThatIncludesItsEnd(int grams, int rupees) =>
        Assert.Equal(rupees * 100, Quote(Parcel(grams), Speed).BasePaise);

    [Theory]
    [InlineData(500, 35)]
    [InlineData(501, 57)]
    [InlineData(1440, 80)]
    [InlineData(5000, 205)]
    [InlineData(5001, 235)]
    [InlineData(35000, 1105)]
    public void QuoteAll_BusinessParcelToAnotherState_TakesTheSlabThatIncludesItsEnd(int grams, int rupees) =>
        Assert.Equal(rupees * 100, Quote(Parcel(grams), Business).BasePaise);

    [Theory]
    [InlineData(482001, "Madhya Pradesh", 482001, "Madhya Pradesh", Zone.Local, ZoneRule.SamePincode)]
    [InlineData(110001, "Delhi", 110096, "Delhi", Zone.Local, ZoneRule.SameLocalGroup)]
    [InlineData(110001, "Delhi", 110124, "Haryana", Zone.Local, ZoneRule.SameLocalGroup)]
    [InlineData(160017, "Chandigarh", 160055, "Punjab", Zone.ZoneMetro, ZoneRule.SameRegion)]
    [InlineData(482001, "Madhya Pradesh", 462001, "Madhya Pradesh", Zone.WithinState, ZoneRule.SameState)]
    [InlineData(685606, "Kerala", 600001, "Tamil Nadu", Zone.ZoneMetro, ZoneRule.SameRegion)]
    [InlineData(685606, "Kerala", 560001, "Karnataka", Zone.ZoneMetro, ZoneRule.SameRegion)]
    [InlineData(685606, "Kerala", 500001, "Telangana", Zone.ZoneMetro, ZoneRule.SameRegion)]
    [InlineData(685606, "Kerala", 400001, "Maharashtra", Zone.OtherStates, ZoneRule.Otherwise)]
    [InlineData(685606, "Kerala", 110001, "Delhi", Zone.OtherStates, ZoneRule.Otherwise)]
    [InlineData(110001, "Delhi", 400001, "Maharashtra", Zone.ZoneMetro, ZoneRule.BothMetro)]
    [InlineData(700001, "West Bengal", 834001, "Jharkhand", Zone.ZoneMetro, ZoneRule.SameRegion)]
    [InlineData(900056, "", 900099, "", Zone.OtherStates, ZoneRule.Otherwise)]
    [InlineData(900056, "", 900056, "", Zone.Local, ZoneRule.SamePincode)]
    [InlineData(482001, "Madhya Pradesh", 492001, "Chhattisgarh", Zone.ZoneMetro, ZoneRule.SameRegion)]
    [InlineData(201301, "Uttar Pradesh", 302001, "Rajasthan", Zone.OtherStates, ZoneRule.Otherwise)]
    public void Between_TwoPincodes_FindsTheFirstZoneThatHolds(int from, string fromState, int to, string toState, Zone zone, ZoneRule rule)
    {
        var route = Route.Between(Entry(from, fromState), Entry(to, toState), Book.Places);
        Assert.Equal((zone, rule), (route.Zone, route.Rule));
    }

    [Fact]
    public void Between_PublishedAnswersOfTheRealDirectory_AgreeWithTheRegionRule()
    {
        Assert.Equal(
            [Zone.ZoneMetro, Zone.ZoneMetro, Zone.ZoneMetro, Zone.OtherStates, Zone.OtherStates],
            ((string[])["600001", "560001", "500001", "400001", "110001"]).Select(to => Route.Between(Real("685606"), Real(to), Book.Places).Zone));
    }

    [Theory]
    [InlineData(0, "up_to_200_km", 0)]
    [InlineData(199.999, "up_to_200_km", 200)]
    [InlineData(200.001, "201_500_km", 201)]
    [InlineData(499.999, "201_500_km", 500)]
    [InlineData(500.001, "501_1000_km", 501)]
    [InlineData(999.999, "501_1000_km", 1000)]
    [InlineData(1000.001, "1001_2000_km", 1001)]
    [InlineData(1999.999, "1001_2000_km", 2000)]
    [InlineData(2000.001, "above_2000_km", 2001)]
    public void QuoteAll_Document_TakesTheNextDistanceSlabAboveItsEnd(double kilometres, string column, int shown)
    {
        var quote = Quote(Document(50, kilometres), Document_);
        Assert.Equal(column, quote.Column.Code);
        Assert.InRange(quote.Kilometres!.Value, shown, shown);
    }

    [Theory]
    [InlineData(200, "up_to_200_km")]
    [InlineData(200.000001, "201_500_km")]
    [InlineData(2000, "1001_2000_km")]
    public void ColumnOf_ExactlyTheEnd_BelongsToTheSlab(double kilometres, string column)
    {
        var table = Book.TableOn(Document_, Monday)!;
        Assert.Equal(column, table.Columns[table.ColumnOf(kilometres)].Code);
    }

    [Theory]
    [InlineData(50, 47)]
    [InlineData(51, 77)]
    [InlineData(250, 77)]
    [InlineData(251, 93)]
    [InlineData(500, 93)]
    public void QuoteAll_DocumentFar_TakesTheSlabThatIncludesItsEnd(int grams, int rupees) =>
        Assert.Equal(rupees * 100, Quote(Document(grams, 2500), Document_).BasePaise);

    [Fact]
    public void QuoteAll_DocumentInOnePlace_IsLocalAndHasNoKilometres()
    {
        var quote = Quote(Document(50, 0) with { From = Entry(110001, "Delhi"), To = Entry(110096, "Delhi", 30) }, Document_);
        Assert.Equal((1900, "local", (int?)null), (quote.BasePaise, quote.Column.Code, quote.Kilometres));
    }

    [Fact]
    public void QuoteAll_DocumentOf2015_TakesTheTableOf2012()
    {
        var quote = Quote(Document(200, 700) with { PostedOn = new DateOnly(2015, 6, 1) }, Document_);
        Assert.Equal((4000, new DateOnly(2012, 10, 1), "201_1000_km"), (quote.BasePaise, quote.Table.EffectiveFrom, quote.Column.Code));
    }

    [Fact]
    public void TryPrice_TableOf2012Above500Grams_AddsOneStepForEachFurtherPart()
    {
        var table = Book.TableOn(Document_, new DateOnly(2012, 10, 1))!;
        Assert.True(table.TryPrice(1001, table.ColumnOf(5000), out var price));
        Assert.Equal((9000 + (2 * 5000), 2), (price.Paise, price.Steps));
    }

    [Fact]
    public void TryPrice_TableWithoutStepsAboveItsEnd_HasNoPrice() =>
        Assert.False(Book.TableOn(Document_, Monday)!.TryPrice(501, 0, out _));

    [Theory]
    [InlineData("2012-09-30", false)]
    [InlineData("2012-10-01", true)]
    [InlineData("2025-09-30", true)]
    public void QuoteAll_FirstDayOfATable_IsInForce(string day, bool has)
    {
        var result = TariffCalculator.QuoteAll(Book, Document(50, 100) with { PostedOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) });
        Assert.Equal(has, result.Find(Document_) is not null);
        if (has) Assert.Equal(3500, result.Find(Document_)!.BasePaise);
    }

    [Theory]
    [InlineData("2024-12-15", UnavailableReason.NoTariff)]
    [InlineData("2024-12-16", UnavailableReason.NotPublishedBetween)]
    [InlineData("2026-07-31", UnavailableReason.NotPublishedBetween)]
    public void QuoteAll_SpeedPostParcelWithoutTable_SaysWhetherItWasPublished(string day, UnavailableReason reason) =>
        Assert.Equal(reason, Reason(Parcel(500) with { PostedOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) }, Speed));

    [Fact]
    public void QuoteAll_FirstDayOfTheRetailTable_HasAPrice() =>
        Assert.Equal(9000, Quote(Parcel(500) with { PostedOn = new DateOnly(2026, 8, 1) }, Speed).BasePaise);

    [Fact]
    public void TableOn_TableFromBeforeAnUnpublishedTime_DoesNotReachIntoIt()
    {
        var rows = new SellerPortal.Data.Seeding.TariffFiles(SellerPortal.Data.Seeding.TariffFiles.ShippedFolder).Read();
        var old = new DateOnly(2020, 1, 1);
        var book = TariffBook.Create(rows with
        {
            Tables = [.. rows.Tables, rows.Tables.Single(table => table.Product == Speed) with { EffectiveFrom = old }],
            Rates = [.. rows.Rates, .. rows.Rates.Where(rate => rate.Product == Speed).Select(rate => rate with { EffectiveFrom = old })],
        }, PostalCalendar.Plain);
        Assert.NotNull(book.TableOn(Speed, new DateOnly(2024, 12, 15)));
        Assert.Null(book.TableOn(Speed, new DateOnly(2024, 12, 16)));
        Assert.Null(book.TableOn(Speed, new DateOnly(2026, 7, 31)));
        Assert.NotNull(book.TableOn(Speed, new DateOnly(2026, 8, 1)));
    }

    [Theory]
    [InlineData(ProductCode.SpeedPostParcelContract)]
    [InlineData(ProductCode.IndiaPostParcelRetail)]
    public void QuoteAll_ProductNeverPublished_SaysSo(ProductCode product) =>
        Assert.Equal(UnavailableReason.NotPublished, Reason(Parcel(500), product));

    [Fact]
    public void QuoteAll_Goods_AreNoDocument() => Assert.Equal(UnavailableReason.GoodsAreParcels, Reason(Parcel(50), Document_));

    [Theory]
    [InlineData(500, null)]
    [InlineData(501, UnavailableReason.TooHeavy)]
    public void QuoteAll_DocumentWeight_IsLimited(int grams, UnavailableReason? reason) => AssertReason(reason, Document(grams, 100), Document_);

    [Theory]
    [InlineData(20_000, Speed, null)]
    [InlineData(20_001, Speed, UnavailableReason.TooHeavy)]
    [InlineData(35_000, Business, null)]
    [InlineData(35_001, Business, UnavailableReason.TooHeavy)]
    [InlineData(int.MaxValue, Business, UnavailableReason.TooHeavy)]
    public void QuoteAll_ParcelWeight_IsLimited(int grams, ProductCode product, UnavailableReason? reason) => AssertReason(reason, Parcel(grams), product);

    [Theory]
    [InlineData(140, 90, 10, null)]
    [InlineData(10, 140, 90, null)]
    [InlineData(139, 90, 10, UnavailableReason.TooSmall)]
    [InlineData(140, 89, 10, UnavailableReason.TooSmall)]
    [InlineData(140, 90, 9, UnavailableReason.TooSmall)]
    [InlineData(300, 300, 9, UnavailableReason.TooSmall)]
    [InlineData(1500, 1500, 1500, null)]
    [InlineData(200, 1501, 200, UnavailableReason.TooLong)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue, UnavailableReason.TooLong)]
    public void QuoteAll_ParcelSize_IsLimitedHoweverItIsTurned(int length, int breadth, int height, UnavailableReason? reason) =>
        AssertReason(reason, Parcel(500) with { Size = new Dimensions(length, breadth, height) }, Speed);

    [Theory]
    [InlineData(420, 290, 20, null)]
    [InlineData(290, 20, 420, null)]
    [InlineData(421, 290, 20, UnavailableReason.TooLargeForDocument)]
    [InlineData(420, 290, 21, UnavailableReason.TooLargeForDocument)]
    [InlineData(100, 50, 1, null)]
    public void QuoteAll_DocumentSize_IsLimited(int length, int breadth, int height, UnavailableReason? reason) =>
        AssertReason(reason, Document(50, 100) with { Size = new Dimensions(length, breadth, height) }, Document_);

    [Theory]
    [InlineData(300, 200, 120, 1250, 1440, 1440)]
    [InlineData(300, 200, 120, 1440, 1440, 1440)]
    [InlineData(300, 200, 120, 1441, 1440, 1441)]
    [InlineData(141, 91, 11, 1, 29, 29)]
    public void QuoteAll_Size_ChargesTheGreaterWeight(int length, int breadth, int height, int actual, int volumetric, int chargeable)
    {
        var quote = Quote(Parcel(actual) with { Size = new Dimensions(length, breadth, height) }, Speed);
        Assert.Equal((volumetric, chargeable), (quote.Volumetric!.Value.Grams, quote.Chargeable.Grams));
    }

    [Fact]
    public void QuoteAll_DocumentWithSize_IsChargedOnItsWeight()
    {
        var quote = Quote(Document(50, 100) with { Size = new Dimensions(420, 290, 20) }, Document_);
        Assert.Equal((50, (Weight?)null), (quote.Chargeable.Grams, quote.Volumetric));
    }

    [Fact]
    public void QuoteAll_OnlyBranchOfficesDeliver_TakesTenKilogramsAndOneDayMore()
    {
        var request = Parcel(10_000) with { DeliveredByBranchOffice = true };
        Assert.Equal(Quote(Parcel(10_000), Speed).Delivery!.From.AddDays(1), Quote(request, Speed).Delivery!.From);
        Assert.Equal(UnavailableReason.TooHeavyForBranchOffice, Reason(request with { Weight = new Weight(10_001) }, Speed));
    }

    [Fact]
    public void QuoteAll_PincodeWithoutDelivery_SaysSo() =>
        Assert.Equal(UnavailableReason.NoDelivery, Reason(Parcel(500) with { To = Entry(221001, "Uttar Pradesh") with { Delivers = false } }, Speed));

    [Theory]
    [InlineData(1, 10)]
    [InlineData(200, 10)]
    [InlineData(201, 16)]
    [InlineData(300, 16)]
    [InlineData(301, 22)]
    [InlineData(1000, 58)]
    [InlineData(100_000, 5998)]
    public void QuoteAll_Insurance_TakesAStepForEachFurtherHundredOrPart(int value, int rupees)
    {
        var quote = Quote(Parcel(500) with { AddOns = AddOnSet.Of(AddOn.Insurance), DeclaredValueRupees = value }, Speed);
        Assert.Equal(new AddOnCharge(AddOn.Insurance, rupees * 100), Assert.Single(quote.AddOns));
    }

    [Theory]
    [InlineData(100_001, UnavailableReason.InsuranceCeiling)]
    [InlineData(int.MaxValue, UnavailableReason.InsuranceCeiling)]
    [InlineData(0, UnavailableReason.InsuranceNeedsValue)]
    [InlineData(null, UnavailableReason.InsuranceNeedsValue)]
    public void QuoteAll_ValueThatCannotBeInsured_IsRefused(int? value, UnavailableReason reason) =>
        Assert.Equal(reason, Reason(Parcel(500) with { AddOns = AddOnSet.Of(AddOn.Insurance), DeclaredValueRupees = value }, Speed));

    [Fact]
    public void QuoteAll_FlatAddOns_CostTheirFees()
    {
        var quote = Quote(Parcel(500) with { AddOns = AddOnSet.Of(AddOn.Acknowledgement, AddOn.OtpDelivery, AddOn.Registration, AddOn.ProofOfDelivery, AddOn.OtpDelivery) }, Speed);
        Assert.Equal([500L, 500, 1000, 1000], quote.AddOns.Select(charge => charge.Paise));
        Assert.Equal(9000 + 3000, quote.TaxablePaise);
    }

    [Fact]
    public void QuoteAll_AddOnBeforeItsFee_IsNotLoaded() => Assert.Equal(
        UnavailableReason.NoAddOnFee,
        Reason(Parcel(500) with { PostedOn = new DateOnly(2025, 9, 30), AddOns = AddOnSet.Of(AddOn.OtpDelivery) }, Business));

    [Fact]
    public void FeesOn_Recall_IsLoaded() => Assert.Equal(Money.FromRupees(6), Book.FeesOn(Monday)!.RecallFee);

    [Theory]
    [InlineData(111, 131)]
    [InlineData(190, 224)]
    [InlineData(31, 37)]
    [InlineData(34, 40)]
    [InlineData(35, 41)]
    [InlineData(228, 270)]
    [InlineData(80, 94)]
    [InlineData(50, 60)]
    public void WithinState_Amount_RoundsEachHalfByItself(int taxable, int total)
    {
        var gst = Gst.WithinState(taxable * 100, 18);
        Assert.Equal((total * 100, gst.CgstPaise), ((taxable * 100) + gst.Paise, gst.SgstPaise));
    }

    [Theory]
    [InlineData(111, 131)]
    [InlineData(190, 224)]
    [InlineData(228, 269)]
    [InlineData(25, 30)]
    public void BetweenStates_Amount_IsRoundedOnce(int taxable, int total) =>
        Assert.Equal(total * 100, (taxable * 100) + Gst.BetweenStates(taxable * 100, 18).Paise);

    [Theory]
    [InlineData(null, false)]
    [InlineData(23, false)]
    [InlineData(7, true)]
    public void QuoteAll_SenderRegisteredElsewhere_PaysIntegratedTax(int? state, bool integrated)
    {
        var gst = Quote(Parcel(1440) with { SenderGstState = state }, Speed).Gst;
        Assert.Equal(integrated ? new Gst(0, 0, 4100) : new Gst(2100, 2100, 0), gst);
    }

    [Theory]
    [InlineData("2026-11-23", false, "2026-11-23", "2026-11-27", "2026-11-28")]
    [InlineData("2026-11-23", true, "2026-11-24", "2026-11-28", "2026-11-30")]
    [InlineData("2026-11-22", false, "2026-11-23", "2026-11-27", "2026-11-28")]
    [InlineData("2026-11-21", true, "2026-11-23", "2026-11-27", "2026-11-28")]
    [InlineData("2027-01-25", false, "2027-01-25", "2027-01-30", "2027-02-01")]
    [InlineData("2026-10-02", false, "2026-10-03", "2026-10-08", "2026-10-09")]
    public void QuoteAll_ExpectedDelivery_CountsWorkingDays(string posted, bool afterCutOff, string counted, string from, string to)
    {
        var request = Parcel(500) with { PostedOn = Day(posted), AfterCutOff = afterCutOff };
        var delivery = Quote(request, Speed).Delivery!;
        Assert.Equal((Day(counted), Day(from), Day(to)), (delivery.CountedFrom, delivery.From, delivery.To));

        static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("110001", "110002", DeliveryRoute.Local, 1, 2, 3, 3)]
    [InlineData("110001", "400001", DeliveryRoute.MetroToMetro, 1, 3, 4, 5)]
    [InlineData("110001", "462001", DeliveryRoute.CapitalToCapital, 1, 4, 4, 6)]
    [InlineData("302001", "800001", DeliveryRoute.CapitalToCapital, 1, 4, 4, 6)]
    [InlineData("482001", "462001", DeliveryRoute.SameState, 1, 4, 3, 6)]
    [InlineData("482001", "492001", DeliveryRoute.Rest, 4, 5, 6, 7)]
    public void NormOf_RealPincodes_FollowsTheKindOfRoute(string from, string to, DeliveryRoute route, int airFrom, int airTo, int surfaceFrom, int surfaceTo)
    {
        Assert.Equal(route, Route.Between(Real(from), Real(to), Book.Places).Delivery);
        var (air, surface) = (Book.NormOf(TransportMode.Air, route)!, Book.NormOf(TransportMode.Surface, route)!);
        Assert.Equal((airFrom, airTo, surfaceFrom, surfaceTo), (air.FromDays, air.ToDays, surface.FromDays, surface.ToDays));
    }

    [Fact]
    public void QuoteAll_WithoutContract_PricesContractProductAndMarksIt()
    {
        Assert.True(Quote(Parcel(500), Business).NeedsContract);
        Assert.False(Quote(Parcel(500) with { HasContract = true }, Business).NeedsContract);
        Assert.False(Quote(Parcel(500), Speed).NeedsContract);
    }

    [Fact]
    public void Cheapest_TwoPrices_AreMarked()
    {
        var result = TariffCalculator.QuoteAll(Book, Parcel(1440));
        Assert.Equal((Business, Speed), (result.Cheapest!.Product, result.Fastest!.Product));
        Assert.Equal((9400L, 27000L), (result.Cheapest.TotalPaise, result.Fastest.TotalPaise));
    }

    [Fact]
    public void Cheapest_OnePrice_IsNotMarked()
    {
        var result = TariffCalculator.QuoteAll(Book, Parcel(30_000));
        Assert.Equal((1, null, null), (result.Quotes.Count, result.Cheapest, result.Fastest));
    }

    [Theory]
    [InlineData(1440, "1001-1500 g")]
    [InlineData(7300, "4001-5000 g + 3 x 1000 g")]
    [InlineData(1, "1-500 g")]
    public void SlabCode_Weight_NamesTheSlab(int grams, string slab) => Assert.Equal(slab, Quote(Parcel(grams), Speed).SlabCode);

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void QuoteAll_NoWeight_Throws(int grams) => Assert.Throws<ArgumentOutOfRangeException>(() => TariffCalculator.QuoteAll(Book, Parcel(grams)));

    [Fact]
    public void QuoteAll_SideOfNothing_Throws() =>
        Assert.Throws<ArgumentException>(() => TariffCalculator.QuoteAll(Book, Parcel(1) with { Size = new Dimensions(0, 1, 1) }));

    private static PincodeEntry Real(string pincode) => RealDirectory.Value.Find(RealDirectory.Pin(pincode))!;

    private static void AssertReason(UnavailableReason? reason, QuoteRequest request, ProductCode product)
    {
        var unavailable = TariffCalculator.QuoteAll(Book, request).Unavailable.SingleOrDefault(item => item.Product == product);
        Assert.Equal(reason, unavailable?.Reason);
    }
}
