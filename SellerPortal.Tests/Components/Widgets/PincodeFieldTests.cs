using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SellerPortal.Components.Widgets;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Components.Widgets;

public sealed class PincodeFieldTests : BunitContext, IAsyncLifetime
{
    public PincodeFieldTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddLocalization();
        var snapshot = new Snapshot<PincodeDirectory>();
        snapshot.Publish(RealDirectory.Value);
        Services.AddSingleton(snapshot);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Type_KnownPincode_ShowsOfficeAndTellsTheEntry()
    {
        PincodeEntry? entry = null;
        var typed = "";
        var field = Render<PincodeField>(parameters => parameters
            .Add(f => f.Value, "")
            .Add(f => f.ValueChanged, EventCallback.Factory.Create<string?>(this, value => typed = value!))
            .Add(f => f.EntryFound, EventCallback.Factory.Create<PincodeEntry?>(this, found => entry = found)));
        field.Find("input").Input("110001");
        Assert.Equal("110001", typed);
        Assert.Equal("New Delhi GPO", entry?.MainOffice);
        Assert.Contains("✓ New Delhi GPO, Delhi · delivers", field.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("999999", "not in the India Post directory")]
    [InlineData("012345", "No pincode starts with 0")]
    [InlineData("11000a", "only the digits 0–9")]
    [InlineData("११०००१", "not with those of another script")]
    public void Value_Faulty_ShowsTheSentence(string value, string sentence)
    {
        var field = Render<PincodeField>(parameters => parameters.Add(f => f.Value, value));
        Assert.Contains(sentence, field.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Type_DigitsStillMissing_SaysNothingUntilTheFieldIsLeft()
    {
        var field = Render<PincodeField>(parameters => parameters.Add(f => f.Value, "1100"));
        Assert.DoesNotContain("exactly six digits", field.Markup, StringComparison.Ordinal);
        field.Find("input").Blur();
        Assert.Contains("exactly six digits", field.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Type_PincodeBecomesUnknown_TellsNull()
    {
        PincodeEntry? entry = RealDirectory.Value.Entries[0];
        var field = Render<PincodeField>(parameters => parameters
            .Add(f => f.Value, "110001")
            .Add(f => f.EntryFound, EventCallback.Factory.Create<PincodeEntry?>(this, found => entry = found)));
        field.Find("input").Input("11000");
        Assert.Null(entry);
    }
}
