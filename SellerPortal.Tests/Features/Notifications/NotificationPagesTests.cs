using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SellerPortal.Data;
using SellerPortal.Domain.Notifications;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Notifications.Choices;
using SellerPortal.Features.Notifications.Messages;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Notifications;

public sealed class NotificationPagesTests : BunitContext
{
    public NotificationPagesTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddLocalization();
    }

    [Fact]
    public async Task Messages_None_SaysSo()
    {
        await using var world = await UseAsync();
        var page = Render<MessagesPage>();
        page.WaitForAssertion(() => Assert.Contains("No messages", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Messages_NewOnes_AppearByThemselvesAndAreMarkedRead()
    {
        await using var world = await UseAsync();
        var page = Render<MessagesPage>();
        var bell = Render<MessageBell>();
        await world.BecomeAsync(ShipmentStatus.OutForDelivery, ShipmentStatus.AttemptFailed, NonDeliveryReason.DoorLocked, await world.BookAsync(2, tell: false));
        await world.TellAsync();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".messages li.unread").Count));
        bell.WaitForAssertion(() => Assert.Equal("2", bell.Find(".bell-count").TextContent));
        page.Find("button[aria-label^='Mark read:']").Click();
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".messages li.unread")));
        page.FindAll("button").Single(button => button.TextContent == "Mark all read").Click();
        bell.WaitForAssertion(() => Assert.Empty(bell.FindAll(".bell-count")));
    }

    [Fact]
    public async Task Messages_OlderPages_AreReached()
    {
        await using var world = await UseAsync();
        await using (var database = world.Databases.CreateDbContext())
        {
            database.PortalMessages.AddRange(Enumerable.Range(0, 40).Select(i => PortalMessage.AboutMany(world.Seller.Id, NotificationKind.Booked, i + 6, world.Time.GetUtcNow(), world.Time.GetUtcNow())));
            await database.SaveChangesAsync(NewsWorld.Token);
        }

        Services.GetRequiredService<NavigationManager>().NavigateTo(PortalUrls.Messages);
        var page = Render<MessagesPage>();
        page.WaitForAssertion(() => Assert.Equal(ReadMessages.PageSize, page.FindAll(".messages li").Count));
        Services.GetRequiredService<NavigationManager>().NavigateTo(page.Find("a[rel=next]").GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.Equal(10, page.FindAll(".messages li").Count));
        Assert.Contains("Newest", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_Changed_IsSavedAndShownAgain()
    {
        await using var world = await UseAsync();
        var page = Render<NotificationsPage>();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("table.kinds")));
        page.Find("input[aria-label='is booked: E-mail to you']").Change(true);
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("Saved.", page.Markup, StringComparison.Ordinal));
        Assert.Contains(NotificationKind.Booked, (await world.Choose.ReadAsync(world.Actor, NewsWorld.Token))!.Wish.Mail);
    }

    private async Task<NewsWorld> UseAsync()
    {
        var world = await NewsWorld.CreateAsync(DatabaseKind.Sqlite);
        Services.AddSingleton<IDbContextFactory<PortalDbContext>>(world.Databases);
        Services.AddSingleton<TimeProvider>(world.Time);
        Services.AddSingleton(world.News);
        Services.AddScoped<ReadMessages>().AddScoped<MarkMessages>().AddScoped<ChooseNotifications>();
        var authorization = AddAuthorization();
        authorization.SetAuthorized("test");
        authorization.SetPolicies(Policies.Owner);
        authorization.SetClaims(ActorClaims.Of(world.Actor));
        return world;
    }
}
