using Microsoft.Playwright;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.EndToEnd;

/// <summary>An owner invites a colleague, who joins by the letter, sees everything, changes nothing, and is removed.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TeamJourneyTests(BrowserPortal portal)
{
    private const string Password = "Postage-2026";

    [BrowserFact]
    public Task Colleague_FromInvitationToRemoval_AtADesk() => WalkAsync(1366, 768, "desk-colleague@example.in");

    [BrowserFact]
    public Task Colleague_FromInvitationToRemoval_OnAPhone() => WalkAsync(390, 844, "phone-colleague@example.in");

    private async Task WalkAsync(int width, int height, string email)
    {
        await using var owner = await portal.VisitAsync(width, height);
        await InviteAsync(owner, email);
        await using var colleague = await portal.VisitAsync(width, height);
        await JoinAsync(colleague, await LinkAsync(email), email);

        await owner.Page.ReloadAsync();
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Remove Ravi Kumar" }).PressUntilAsync(owner.Page.GetByRole(AriaRole.Button, new() { Name = "Remove the account" }));
        await owner.LookAsync("team-remove");
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "Remove the account" }).ClickAsync();
        await Assertions.Expect(owner.Page.GetByText("Ravi Kumar is removed and signed out.")).ToBeVisibleAsync();
        // The colleague touched nothing: the open page notices by itself.
        await colleague.Page.ArriveAsync("/account/sign-in");
        Assert.Empty(owner.Complaints);
        Assert.Empty(colleague.Complaints);
    }

    private static async Task InviteAsync(BrowserPortal.Visitor owner, string email)
    {
        var page = owner.Page;
        await page.SignInAsync("seller@portal.example");
        await page.GotoAsync("/team");
        var field = page.GetByLabel("E-mail");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite a colleague" }).PressUntilAsync(field);
        await owner.LookAsync("team-invite");
        await field.FillAsync(email);
        await page.GetByText("Sees everything and changes nothing").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the invitation" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"The invitation to {email} is on its way.")).ToBeVisibleAsync();
        await owner.LookAsync("team-invited");
    }

    private static async Task JoinAsync(BrowserPortal.Visitor colleague, string link, string email)
    {
        var page = colleague.Page;
        await page.GotoAsync(link);
        await colleague.LookAsync("join");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await colleague.LookAsync("join-faults");
        await page.FillFieldAsync("Your name", "Ravi Kumar");
        await page.FillFieldAsync("New password", Password);
        await page.FillFieldAsync("New password again", Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await page.ArriveAsync("/today$");
        await page.GotoAsync(link);
        await Assertions.Expect(page.GetByText("Somebody joined with this link already")).ToBeVisibleAsync();
        await colleague.LookAsync("join-used");
        await page.Context.ClearCookiesAsync();
        await page.SignInAsync(email);
        await page.GotoAsync("/manifests/new");
        await page.ArriveAsync("/denied");
        await page.GotoAsync("/team");
        await Assertions.Expect(page.GetByText("Only an owner changes the team.")).ToBeVisibleAsync();
        await colleague.LookAsync("team-view-only");
    }

    /// <summary>The link of the letter, which the portal writes in its own time.</summary>
    private async Task<string> LinkAsync(string email)
    {
        for (var i = 0; i < 120; i++)
        {
            var letter = TestLetters.In(portal.MailFolder).FirstOrDefault(one => one.To.Mailboxes.Any(box => box.Address == email));
            if (letter is not null) return "/account/join?token=" + letter.TextBody!.Split("/account/join?token=")[1].Split('\n', '\r', ' ')[0];
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("The invitation was not written.");
    }
}
