using SellerPortal.Domain.Addresses;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Domain.Addresses;

public sealed class PincodeDirectoryTests
{
    private static readonly PincodeDirectory Directory = RealDirectory.Value;

    [Fact]
    public void Create_ShippedFiles_HoldsTheWholeCountry()
    {
        Assert.Equal(165_625, Directory.OfficeCount);
        Assert.Equal(19_586, Directory.PincodeCount);
        Assert.Equal(165_625, Directory.Entries.Sum(entry => Directory.OfficesOf(entry.Pincode).Count));
    }

    [Theory]
    [InlineData("110001", "Delhi", "New Delhi GPO", 23)]
    [InlineData("682555", "Lakshadweep", null, null)]
    [InlineData("744101", "Andaman And Nicobar Islands", null, null)]
    [InlineData("194101", "Ladakh", null, null)]
    [InlineData("791122", "Arunachal Pradesh", null, 153)]
    public void Check_PincodeAtTheEdges_IsFound(string text, string state, string? mainOffice, int? offices)
    {
        Assert.Equal(PincodeFault.None, Directory.Check(text, out var entry));
        Assert.NotNull(entry);
        Assert.Equal(state, entry.State, ignoreCase: true);
        if (mainOffice is not null) Assert.Equal(mainOffice, entry.MainOffice);
        var found = Directory.OfficesOf(entry.Pincode);
        Assert.NotEmpty(found);
        Assert.All(found, office => Assert.Equal(entry.Pincode, office.Pincode));
        if (offices is not null) Assert.Equal(offices, found.Count);
        Assert.True(Directory.BookingOfficeFor(entry.Pincode)!.Office.IsBookable);
        Assert.Equal(12, Digipin.Encode(entry.Centre).ToString().Length);
    }

    [Theory]
    [InlineData("000000", PincodeFault.StartsWithZero)]
    [InlineData("012345", PincodeFault.StartsWithZero)]
    [InlineData("12345", PincodeFault.NotSixDigits)]
    [InlineData("1234567", PincodeFault.NotSixDigits)]
    [InlineData("12345678901234567890", PincodeFault.NotSixDigits)]
    [InlineData("raipur", PincodeFault.NotDigits)]
    [InlineData("११०००१", PincodeFault.OtherDigits)]
    [InlineData("999999", PincodeFault.NotInDirectory)]
    [InlineData("", PincodeFault.Empty)]
    [InlineData("  ", PincodeFault.Empty)]
    [InlineData(null, PincodeFault.Empty)]
    [InlineData(" 110 001 ", PincodeFault.None)]
    public void Check_Text_GivesTheFault(string? text, PincodeFault fault)
    {
        Assert.Equal(fault, Directory.Check(text, out var entry));
        Assert.Equal(fault == PincodeFault.None, entry is not null);
    }

    [Fact]
    public void Find_EveryNumber_AgreesWithTheEntries()
    {
        var found = 0;
        for (var number = Pincode.Lowest; number <= Pincode.Highest; number++)
        {
            if (!Directory.TryFind(Pincode.FromNumber(number), out var entry)) continue;
            Assert.Equal(number, entry.Pincode.Value);
            found++;
        }

        Assert.Equal(Directory.PincodeCount, found);
        Assert.Null(Directory.Find(default));
        Assert.Empty(Directory.OfficesOf(default));
        Assert.Null(Directory.BookingOfficeFor(default));
    }

    [Fact]
    public void TryFind_Anything_AllocatesNothing()
    {
        var pincode = RealDirectory.Pin("110001");
        Directory.TryFind(pincode, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) Directory.TryFind(pincode, out _);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void OfficesOf_Pincode_ComeHeadFirstWithTheirFields()
    {
        var offices = Directory.OfficesOf(RealDirectory.Pin("110001"));
        var first = offices[0];
        Assert.Equal("New Delhi GPO", first.Name);
        Assert.Equal((PostOfficeType.Head, true), (first.Type, first.Delivers));
        Assert.Equal(("New Delhi GPO", "Delhi", "New Delhi", "New Delhi", "Delhi"), (first.Division, first.Circle, first.Taluk, first.District, first.State));
        Assert.Equal(new GeoPoint(28.626806, 77.20663), first.Point);
        Assert.Equal(offices.OrderBy(office => office.Type).Select(office => office.Id), offices.Select(office => office.Id));
    }

    [Fact]
    public void BookingOfficeFor_PincodeWithoutOne_IsTheNearestOfAll()
    {
        var bookable = Directory.Entries.SelectMany(entry => Directory.OfficesOf(entry.Pincode).Where(office => office.IsBookable)
            .Select(office => (office.Pincode, Point: office.Point ?? entry.Centre))).ToList();
        var without = Directory.Entries.Where(entry => !Directory.OfficesOf(entry.Pincode).Any(office => office.IsBookable)).ToList();
        Assert.NotEmpty(without);
        foreach (var entry in without.Where((_, i) => i % 97 == 0))
        {
            var answer = Directory.BookingOfficeFor(entry.Pincode)!;
            Assert.True(answer.IsOfAnotherPincode);
            Assert.True(answer.Office.IsBookable);
            Assert.Equal(bookable.Min(office => entry.Centre.KilometresTo(office.Point)), answer.Kilometres, 6);
        }

        Assert.False(Directory.BookingOfficeFor(RealDirectory.Pin("482001"))!.IsOfAnotherPincode);
    }

    [Fact]
    public void SimilarTo_MissingPincode_StaysInTheSortingDistrict()
    {
        var missing = RealDirectory.Pin("482999");
        Assert.Null(Directory.Find(missing));
        var similar = Directory.SimilarTo(missing, 5);
        Assert.Equal(5, similar.Count);
        Assert.All(similar, entry => Assert.Equal(482, entry.Pincode.SortingDistrict));
        Assert.All(Directory.SimilarTo(RealDirectory.Pin("999999"), 5), entry => Assert.Equal(9, entry.Pincode.Region));
        Assert.NotEmpty(Directory.SimilarTo(RealDirectory.Pin("999999"), 5));
    }

    [Fact]
    public void SimilarTo_SwappedDigits_ComesFirst()
    {
        var missing = RealDirectory.Pin("482100");
        Assert.Null(Directory.Find(missing));
        Assert.Contains(Directory.SimilarTo(missing, 3), entry => entry.Pincode == RealDirectory.Pin("482010"));
    }

    [Fact]
    public void Create_ContradictingRows_IsRefused()
    {
        var entry = Directory.Entries[0];
        var office = Directory.OfficesOf(entry.Pincode)[0];
        Assert.Throws<ArgumentException>(() => PincodeDirectory.Create([entry, entry], []));
        Assert.Throws<ArgumentException>(() => PincodeDirectory.Create([], [office]));
        Assert.Throws<ArgumentException>(() => PincodeDirectory.Create([Directory.Entries[1]], [office]));
        Assert.Throws<ArgumentException>(() => PincodeDirectory.Create([entry], [office, Directory.OfficesOf(Directory.Entries[1].Pincode)[0]]));
    }

    [Fact]
    public void Create_RowsInAnyOrder_IsTheSame()
    {
        var entries = Directory.Entries.Take(50).Reverse().ToList();
        var offices = entries.SelectMany(entry => Directory.OfficesOf(entry.Pincode).Reverse()).ToList();
        var mixed = PincodeDirectory.Create(entries, offices);
        foreach (var entry in entries) Assert.Equal(Directory.OfficesOf(entry.Pincode), mixed.OfficesOf(entry.Pincode));
        Assert.Empty(PincodeDirectory.Empty.Search("raipur", 10).Offices);
    }
}
