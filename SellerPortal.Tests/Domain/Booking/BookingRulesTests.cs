using SellerPortal.Domain.Booking;
using SellerPortal.Tests.Features.Booking;

namespace SellerPortal.Tests.Domain.Booking;

public sealed class BookingRulesTests
{
    private static readonly BookShipmentInput Good = BookingWorld.Input();

    public static TheoryData<BookShipmentInput, BookingFault> Faulty { get; } = new()
    {
        { Good with { Key = Guid.Empty }, BookingFault.KeyMissing },
        { Good with { FromPincode = "48200" }, BookingFault.FromPincodeMalformed },
        { To(consignee => consignee with { Pincode = " " }), BookingFault.ToPincodeMissing },
        { To(consignee => consignee with { Pincode = "012345" }), BookingFault.ToPincodeMalformed },
        { To(consignee => consignee with { Pincode = "४९२००१" }), BookingFault.ToPincodeMalformed },
        { Good with { WeightGrams = null }, BookingFault.WeightMissing },
        { Good with { WeightGrams = 0 }, BookingFault.WeightOutOfBounds },
        { Good with { WeightGrams = 35_001 }, BookingFault.WeightOutOfBounds },
        { Good with { HeightCm = null }, BookingFault.SizeIncomplete },
        { Good with { HeightCm = 150.1m }, BookingFault.SizeOutOfBounds },
        { Good with { HeightCm = 0 }, BookingFault.SizeOutOfBounds },
        { Good with { HeightCm = 1.25m }, BookingFault.SizeOutOfBounds },
        { Good with { ProductCode = null }, BookingFault.ProductMissing },
        { Good with { ProductCode = "sp_parcel" }, BookingFault.ProductUnknown },
        { To(consignee => consignee with { Name = null }), BookingFault.NameMissing },
        { To(consignee => consignee with { Name = "AB" }), BookingFault.NameLength },
        { To(consignee => consignee with { Name = new string('a', 81) }), BookingFault.NameLength },
        { To(consignee => consignee with { Company = "AB" }), BookingFault.CompanyLength },
        { To(consignee => consignee with { Mobile = null }), BookingFault.MobileMissing },
        { To(consignee => consignee with { Email = "stores at pwd.gov.in" }), BookingFault.EmailMalformed },
        { To(consignee => consignee with { Mobile = "5826012345" }), BookingFault.MobileMalformed },
        { To(consignee => consignee with { Mobile = "982601234" }), BookingFault.MobileMalformed },
        { To(consignee => consignee with { Line1 = null, Line2 = "12" }), BookingFault.AddressMissing },
        { To(consignee => consignee with { Line1 = new string('a', 230) }), BookingFault.AddressTooLong },
        { To(consignee => consignee with { Line1 = new string('a', 81) }), BookingFault.AddressTooLong },
        { To(consignee => consignee with { Mobile = "+1 982 601 2345" }), BookingFault.MobileMalformed },
        { To(consignee => consignee with { City = null }), BookingFault.CityMissing },
        { To(consignee => consignee with { City = "AB" }), BookingFault.CityLength },
        { To(consignee => consignee with { State = "MP" }), BookingFault.StateLength },
        { Good with { GemContract = "GEMC-51168775473882" }, BookingFault.GemContractMalformed },
        { Good with { Contents = "  " }, BookingFault.ContentsMissing },
        { Good with { Contents = new string('a', 201) }, BookingFault.ContentsTooLong },
        { Good with { DeclaredValueRupees = 0 }, BookingFault.DeclaredValueOutOfBounds },
        { Good with { DeclaredValueRupees = null, AddOns = ["INS"] }, BookingFault.DeclaredValueMissing },
        { Good with { Invoice = new string('1', 51) }, BookingFault.InvoiceTooLong },
        { Good with { Order = new string('1', 51) }, BookingFault.OrderTooLong },
        { Good with { EwayBill = "12345678901" }, BookingFault.EwayBillMalformed },
        { Good with { AddOns = ["COD"] }, BookingFault.AddOnUnknown },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Check_OneFault_NamesItAlone(BookShipmentInput input, BookingFault expected)
    {
        Assert.Equal([expected], BookingRules.Check(input, out var tidy));
        Assert.Null(tidy);
    }

    [Fact]
    public void Check_NothingGiven_NamesEveryMissingFieldInTheOrderOfThePage()
    {
        var faults = BookingRules.Check(new BookShipmentInput(), out _);
        Assert.Equal(
            [
                BookingFault.KeyMissing, BookingFault.ToPincodeMissing, BookingFault.WeightMissing, BookingFault.ProductMissing, BookingFault.NameMissing,
                BookingFault.MobileMissing, BookingFault.AddressMissing, BookingFault.CityMissing, BookingFault.ContentsMissing,
            ],
            faults);
    }

    [Fact]
    public void Check_EveryFault_HasACase() =>
        Assert.Empty(Enum.GetValues<BookingFault>()
            .Except(Faulty.Select(row => row.Data.Item2))
            .Except([BookingFault.LocationUnknown, BookingFault.FromPincodeUnknown, BookingFault.FromPincodeNoOffice, BookingFault.ToPincodeUnknown, BookingFault.ToPincodeNoDelivery]));

    [Fact]
    public void Field_EveryFault_NamesOne() =>
        Assert.All(Enum.GetValues<BookingFault>(), fault => Assert.True(Enum.IsDefined(fault.Field())));

    [Fact]
    public void Check_Untidy_IsStoredTidy()
    {
        var input = Good with
        {
            GemContract = " gemc-511687754738820 ",
            EwayBill = "1234 5678 9012",
            AddOns = ["POD", "REG", "POD"],
            Consignee = Good.Consignee with { Line1 = "1,", Line2 = "  Civil\n Lines ", Line3 = "Ward 3", Mobile = "+91 98260-12345" },
        };
        Assert.Empty(BookingRules.Check(input, out var tidy));
        Assert.Equal(("GEMC-511687754738820", "123456789012"), (tidy!.References.GemContract, tidy.References.EwayBill));
        Assert.Equal(("Civil Lines", "Ward 3", null), (tidy.Consignee.Line1, tidy.Consignee.Line2, tidy.Consignee.Line3));
        Assert.Equal("9826012345", tidy.Consignee.Mobile);
        Assert.Equal(2, tidy.AddOns.Count);
    }

    [Theory]
    [InlineData("GEMC511687754738820", "0091 9826012345")]
    [InlineData("gemc - 511687754738820", "919826012345")]
    [InlineData("GEMC-511687754738820", "(098260) 12345")]
    public void Check_NumbersAsPeopleWriteThem_AreTakenAsEverywhereInThePortal(string contract, string mobile)
    {
        var input = Good with { GemContract = contract, Consignee = Good.Consignee with { Mobile = mobile } };
        Assert.Empty(BookingRules.Check(input, out var tidy));
        Assert.Equal("GEMC-511687754738820", tidy!.References.GemContract);
        Assert.Equal("9826012345", tidy.Consignee.Mobile);
    }

    private static BookShipmentInput To(Func<ConsigneeInput, ConsigneeInput> change) => Good with { Consignee = change(Good.Consignee) };
}
