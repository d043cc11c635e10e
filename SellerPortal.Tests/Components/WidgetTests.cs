using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Components.Widgets;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;

namespace SellerPortal.Tests.Components;

public sealed class WidgetTests : BunitContext
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 6, 12, 0, TimeSpan.Zero);

    public WidgetTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-IN");
        Services.AddLocalization();
    }

    public static TheoryData<ShipmentStatus> Statuses { get; } = new(Enum.GetValues<ShipmentStatus>());

    public static TheoryData<IconName> Icons { get; } = new(Enum.GetValues<IconName>());

    [Theory]
    [MemberData(nameof(Statuses))]
    public void StatusChip_EveryStatus_HasAWordAndAnIcon(ShipmentStatus status)
    {
        var chip = Render<StatusChip>(parameters => parameters.Add(p => p.Status, status));
        Assert.NotEmpty(chip.Find(".chip").TextContent.Trim());
        Assert.DoesNotContain("Status", chip.Find(".chip").TextContent, StringComparison.Ordinal);
        Assert.NotNull(chip.Find(".chip svg"));
        Assert.Empty(chip.FindAll(".fact"));
    }

    [Fact]
    public void StatusChip_WithAFact_ShowsIt()
    {
        var chip = Render<StatusChip>(parameters => parameters
            .Add(p => p.Status, ShipmentStatus.InTransit)
            .Add(p => p.Fact, "Received at Nagpur NSH, 2 h ago"));
        Assert.Equal("Received at Nagpur NSH, 2 h ago", chip.Find(".fact").TextContent);
    }

    [Theory]
    [MemberData(nameof(Icons))]
    public void Icon_EveryName_IsDrawnAndHiddenFromReaders(IconName name)
    {
        var icon = Render<Icon>(parameters => parameters.Add(p => p.Name, name));
        Assert.NotEmpty(icon.Find("svg").Children);
        Assert.Equal("true", icon.Find("svg").GetAttribute("aria-hidden"));
    }

    [Theory]
    [InlineData(ShipmentStatus.Booked, 1, "Delivered")]
    [InlineData(ShipmentStatus.OnHold, 2, "Delivered")]
    [InlineData(ShipmentStatus.AttemptFailed, 3, "Delivered")]
    [InlineData(ShipmentStatus.Delivered, 4, "Delivered")]
    [InlineData(ShipmentStatus.Returning, 3, "Returned to sender")]
    [InlineData(ShipmentStatus.Returned, 4, "Returned to sender")]
    [InlineData(ShipmentStatus.Cancelled, 0, "Delivered")]
    public void ProgressSteps_Status_FillsTheWaySoFar(ShipmentStatus status, int done, string last)
    {
        var steps = Render<ProgressSteps>(parameters => parameters.Add(p => p.Status, status));
        Assert.Equal(done, steps.FindAll("li.done").Count);
        Assert.Equal(last, steps.FindAll("li")[^1].TextContent);
        Assert.Equal(done == 0 ? 0 : 1, steps.FindAll("[aria-current=step]").Count);
    }

    [Fact]
    public void Timeline_Entries_StandInTheGivenOrderWithTheirMoment()
    {
        var timeline = Render<Timeline>(parameters => parameters
            .Add(p => p.Now, Now)
            .Add(p => p.Entries, [new TimelineEntry(Now.AddMinutes(-150), "Item received", "Nagpur NSH"), new TimelineEntry(Now.AddDays(-1), "Booked")]));
        var lines = timeline.FindAll("li");
        Assert.Equal(["Item received", "Booked"], lines.Select(line => line.QuerySelector(".what")!.TextContent));
        Assert.Equal("Today 09:12", lines[0].QuerySelector("time")!.TextContent);
        Assert.Null(lines[1].QuerySelector(".where"));
    }

    [Theory]
    [InlineData("EE123456785IN", "EE 123 456 785 IN")]
    [InlineData("not a number", "not a number")]
    public void ArticleText_Number_IsShownInGroups(string value, string expected) =>
        Assert.Equal(expected, Render<ArticleText>(parameters => parameters.Add(p => p.Value, value)).Find(".article").TextContent);

    [Theory]
    [InlineData(false, "₹1,18,420")]
    [InlineData(true, "₹1,18,420.00")]
    public void MoneyText_Amount_IsGrouped(bool exact, string expected) => Assert.Equal(
        expected,
        Render<MoneyText>(parameters => parameters.Add(p => p.Value, new Money(11_842_000)).Add(p => p.Exact, exact)).Find(".num").TextContent);

    [Fact]
    public void EmptyState_WithANextAction_OffersIt()
    {
        var empty = Render<EmptyState>(parameters => parameters
            .Add(p => p.Title, "No shipments yet")
            .Add(p => p.Hint, "Book the first parcel")
            .AddChildContent("<a href=\"/shipments/book\">Book</a>"));
        Assert.Equal("No shipments yet", empty.Find("h2").TextContent);
        Assert.Equal("/shipments/book", empty.Find(".actions a").GetAttribute("href"));
    }

    [Fact]
    public async Task ErrorState_Retry_IsHandedOn()
    {
        var tries = 0;
        var error = Render<ErrorState>(parameters => parameters.Add(p => p.OnRetry, () => tries++));
        await error.Find("button").ClickAsync(new());
        Assert.Equal(1, tries);
        Assert.Equal("alert", error.Find(".state").GetAttribute("role"));
    }

    [Fact]
    public void ErrorState_WithoutRetry_HasNoButton() => Assert.Empty(Render<ErrorState>().FindAll("button"));

    [Fact]
    public void LoadingState_Lines_StandInAndAreAnnouncedOnce()
    {
        var loading = Render<LoadingState>(parameters => parameters.Add(p => p.Lines, 3));
        Assert.Equal(3, loading.FindAll(".bone").Count);
        Assert.Equal("Loading", loading.Find("[role=status] .spoken").TextContent);
    }

    [Fact]
    public void PageHeader_TitleAndActions_MakeOneHeading()
    {
        var header = Render<PageHeader>(parameters => parameters
            .Add(p => p.Title, "Shipments")
            .Add(p => p.Actions, "<button>Export</button>")
            .Add(p => p.Above, "<a href=\"/\">Back</a>"));
        Assert.Equal("Shipments", Assert.Single(header.FindAll("h1")).TextContent);
        Assert.NotNull(header.Find(".actions button"));
        Assert.NotNull(header.Find(".above a"));
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("", 0)]
    [InlineData("Six digits, the first not 0", 1)]
    public void FieldError_Text_ShowsOnlyWhenThereIsOne(string? text, int shown) => Assert.Equal(
        shown,
        Render<FieldError>(parameters => parameters.Add(p => p.Text, text).Add(p => p.Id, "pin-error")).FindAll("#pin-error").Count);

    [Fact]
    public void Kbd_Key_IsAKey() => Assert.Equal("/", Render<Kbd>(parameters => parameters.Add(p => p.Key, "/")).Find("kbd").TextContent);

    [Fact]
    public async Task SureButton_DoubleClicked_OnlyAsks()
    {
        var done = 0;
        var button = Render<SureButton>(parameters => parameters.Add(p => p.Text, "Close").Add(p => p.Sure, "Close for good").Add(p => p.Keep, "Keep open").Add(p => p.OnSure, () => done++));
        await button.Find("button").ClickAsync(new() { Detail = 1 });
        await button.Find("button").ClickAsync(new() { Detail = 2 });
        Assert.Equal(["Close for good", "Keep open"], button.FindAll("button").Select(one => one.TextContent));
        Assert.Equal(0, done);

        await button.Find("button").ClickAsync(new() { Detail = 1 });
        Assert.Equal(1, done);
        Assert.Equal("Close", button.Find("button").TextContent);
    }

    [Fact]
    public async Task SureButton_Kept_DoesNothing()
    {
        var done = 0;
        var button = Render<SureButton>(parameters => parameters.Add(p => p.Text, "Close").Add(p => p.Sure, "Close for good").Add(p => p.Keep, "Keep open").Add(p => p.OnSure, () => done++));
        await button.Find("button").ClickAsync(new());
        await button.FindAll("button")[1].ClickAsync(new());
        Assert.Equal("Close", button.Find("button").TextContent);
        Assert.Equal(0, done);
    }
}
