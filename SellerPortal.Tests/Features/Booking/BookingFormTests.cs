using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Features.Booking;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Booking;

public sealed class BookingFormTests
{
    [Fact]
    public async Task Refresh_PincodeAndWeight_PricesAndFillsThePlace()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        var form = world.Form();
        Assert.Equal("482001", form.Fields.From);
        Assert.Null(form.Prices);

        (form.Fields.To, form.Fields.Weight) = ("492001", "1.25 kg");
        form.Refresh();
        Assert.Equal(("Raipur", "Chhattisgarh", 1250), (form.Fields.City, form.Fields.State, form.WeightGrams!.Value));
        Assert.Equal(ProductCode.SpeedPostParcel, form.Chosen!.Product);
    }

    [Fact]
    public async Task Refresh_CityWasTyped_StaysWhenThePincodeChanges()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        var form = world.Form();
        form.Fields.To = "492001";
        form.Refresh();
        (form.Fields.City, form.Fields.CityIsTyped) = ("Naya Raipur", true);
        form.Fields.To = "110001";
        form.Refresh();
        Assert.Equal(("Naya Raipur", "Delhi"), (form.Fields.City, form.Fields.State));
    }

    [Fact]
    public async Task FaultAt_BeforeTheFirstTry_JudgesOnlyFinishedPincodes()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        var form = world.Form();
        Assert.Null(Typed("4920").FaultAt(BookingField.ToPincode));
        Assert.Equal(BookingFault.ToPincodeMalformed, Typed("012345").FaultAt(BookingField.ToPincode));
        Assert.Equal(BookingFault.ToPincodeUnknown, Typed("999999").FaultAt(BookingField.ToPincode));
        Assert.Equal(BookingFault.ToPincodeNoDelivery, Typed("110002").FaultAt(BookingField.ToPincode));
        Assert.Null(form.FaultAt(BookingField.Name));
        Assert.Empty(form.Faults);

        BookingForm Typed(string to)
        {
            form.Fields.To = to;
            form.Refresh();
            return form;
        }
    }

    [Fact]
    public async Task Try_EmptyThenFilled_ClearsFaultByFault()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        var form = world.Form();
        Assert.Null(form.Try());
        Assert.Equal(BookingFault.ToPincodeMissing, form.Faults[0]);
        Assert.Equal(BookingFault.NameMissing, form.FaultAt(BookingField.Name));
        Assert.DoesNotContain(BookingFault.ProductMissing, form.Faults);

        BookingWorld.Fill(form);
        Assert.Empty(form.Faults);
        var input = form.Try();
        Assert.Equal((form.Fields.Key, "492001", 27_000L), (input!.Key, input.Consignee.Pincode, input.ExpectedTotalPaise));
        Assert.IsType<BookingResult.Booked>(await world.BookAsync(input));
    }

    [Fact]
    public async Task WantsEwayBill_AboveFiftyThousand_UntilOneIsGiven()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        var form = world.Form();
        Assert.False(Valued("50,000").WantsEwayBill);
        Assert.True(Valued("₹50,001").WantsEwayBill);
        form.Fields.EwayBill = "123456789012";
        Assert.False(form.WantsEwayBill);

        BookingForm Valued(string value)
        {
            form.Fields.DeclaredValue = value;
            form.Refresh();
            return form;
        }
    }

    [Fact]
    public async Task ToJson_ReadAgain_IsTheSameForm()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        var form = world.Form();
        BookingWorld.Fill(form);
        form.Toggle(AddOn.Registration);
        var again = world.Form(form.ToJson());
        Assert.Equivalent(form.Fields, again.Fields);
        Assert.Equal(form.Chosen!.Total, again.Chosen!.Total);
        Assert.Equal("", world.Form("{broken").Fields.To);
    }

    [Fact]
    public async Task Next_AfterABooking_KeepsTheParcelAndNotTheOrder()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        var form = world.Form();
        BookingWorld.Fill(form);
        form.Try();
        var key = Guid.CreateVersion7();
        form.Next(key);
        Assert.Equal((key, "482001", "1250", "LED street lights"), (form.Fields.Key, form.Fields.From, form.Fields.Weight, form.Fields.Contents));
        Assert.Equal(("", "", "", ""), (form.Fields.To, form.Fields.Name, form.Fields.GemContract, form.Fields.City));
        Assert.Empty(form.Faults);
        form.StartOver(key);
        Assert.Equal("", form.Fields.Contents);
    }

    [Fact]
    public async Task Refuse_ByTheUseCase_StandsUntilTheNextChange()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        var form = world.Form();
        BookingWorld.Fill(form);
        form.Refuse([BookingFault.FromPincodeNoOffice]);
        Assert.Equal(BookingFault.FromPincodeNoOffice, form.FaultAt(BookingField.FromPincode));
        form.Refresh();
        Assert.Null(form.FaultAt(BookingField.FromPincode));
    }
}
