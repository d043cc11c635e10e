using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SellerPortal.Data.Accounts;
using SellerPortal.Domain.Access;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Accounts;

public sealed class AccountPagesTests(TestHost host)
{
    private const string NewPassword = "Parcels-2027";

    [Fact]
    public async Task SignIn_RightPassword_GoesWhereOneWanted()
    {
        var user = await TestAccounts.MakeAsync(host);
        var visit = await TestAccounts.SignInAsync(host, user);
        Assert.Equal("/account", visit.SentTo);
        var cookie = visit.Answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("portal-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        await visit.FollowAsync();
        Assert.Contains(user.Email!, visit.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task SignIn_ForeignReturnUrl_StaysInThePortal(string returnUrl)
    {
        var visit = await TestAccounts.SignInAsync(host, await TestAccounts.MakeAsync(host), returnUrl: returnUrl);
        Assert.Equal("/today", visit.SentTo);
    }

    [Fact]
    public async Task SignIn_EmptyFields_AreNamedAndTheFirstTakesTheFocus()
    {
        var visit = await new SiteVisit(host.Anonymous()).SendAsync("/account/sign-in", "sign-in", ("Input.Email", ""), ("Input.Password", ""));
        Assert.Equal("Enter your e-mail address.", visit.FaultAt("Email"));
        Assert.Equal("Enter your password.", visit.FaultAt("Password"));
        Assert.Single(Regex.Matches(visit.Page, " autofocus", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Matches("id=\"Email\"[^>]* autofocus[^>]* aria-invalid=\"true\" aria-describedby=\"Email-fault\"", visit.Page);
    }

    [Fact]
    public async Task SignIn_UnknownAccountAndWrongPassword_AnswerAlike()
    {
        var known = await TestAccounts.SignInAsync(host, await TestAccounts.MakeAsync(host), "Wrong-password-1");
        var unknown = await TestAccounts.SignInAsync(host, new PortalUser { Email = "nobody@example.in" }, "Wrong-password-1");
        const string Sentence = "E-mail or password is wrong. Check both, or set a new password.";
        Assert.Contains(Sentence, known.Page, StringComparison.Ordinal);
        Assert.Contains(Sentence, unknown.Page, StringComparison.Ordinal);
        Assert.Equal(known.Answer.StatusCode, unknown.Answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_ClosesTheAccountForAWhile()
    {
        var user = await TestAccounts.MakeAsync(host);
        for (var i = 0; i < 5; i++) await TestAccounts.SignInAsync(host, user, "Wrong-password-1");
        var visit = await TestAccounts.SignInAsync(host, user);
        Assert.Null(visit.SentTo);
        Assert.Contains("Too many wrong tries. Wait 15 min, or set a new password.", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithoutAntiforgeryToken_IsRefused()
    {
        var client = host.Anonymous();
        using var form = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Input.Email", "a@example.in"), new("Input.Password", "x")]);
        var answer = await client.PostAsync("/account/sign-in", form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task SignOut_FromThePage_EndsTheSession()
    {
        var visit = await TestAccounts.SignInAsync(host, await TestAccounts.MakeAsync(host));
        await visit.FollowAsync();
        var token = Regex.Match(visit.Page, "name=\"__RequestVerificationToken\" value=\"(?<it>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["it"].Value;
        await visit.PostAsync("/account/sign-out", ("__RequestVerificationToken", token));
        Assert.Equal("/", visit.SentTo);
        await visit.OpenAsync("/account");
        Assert.StartsWith("/account/sign-in?", visit.SentTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForgotPassword_ExistingOrNot_AnswersAlikeAndOnlyOneLetterIsWritten()
    {
        var user = await TestAccounts.MakeAsync(host);
        var known = await AskAsync(user.Email!);
        var unknown = await AskAsync("nobody-at-all@example.in");
        Assert.Equal(Tidy(known, user.Email!), Tidy(unknown, "nobody-at-all@example.in"));
        Assert.Single(await LettersAsync(user.Email!));
        Assert.Empty(await LettersAsync("nobody-at-all@example.in", expected: false));

        static string Tidy(SiteVisit visit, string email) =>
            Regex.Match(visit.Page, "<section.*?</section>", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Value.Replace(email, "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResetPassword_WithTheLink_SetsItOnceAndOpensALockedAccount()
    {
        var user = await TestAccounts.MakeAsync(host);
        for (var i = 0; i < 5; i++) await TestAccounts.SignInAsync(host, user, "Wrong-password-1");
        await AskAsync(user.Email!);
        var link = Regex.Match((await LettersAsync(user.Email!)).Single(), @"https?://[^/\s]+(?<it>/\S+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["it"].Value;

        var weak = await ResetAsync(link, "short");
        Assert.Equal("The password still needs 10 characters or more, a digit, a capital letter (A–Z).", weak.FaultAt("Password"));
        Assert.Equal("/account/sign-in?notice=password", (await ResetAsync(link, NewPassword)).SentTo);
        Assert.Contains("This link is used", (await ResetAsync(link, NewPassword)).Page, StringComparison.Ordinal);
        Assert.Equal("/account", (await TestAccounts.SignInAsync(host, user, NewPassword)).SentTo);
    }

    [Theory]
    [InlineData("?user=1&code=2")]
    [InlineData("?user=0195d2a0-0000-7000-8000-000000000000&code=***")]
    public async Task ResetPassword_BrokenLink_SaysSo(string query) =>
        Assert.Contains("This link is used", (await ResetAsync($"/account/reset-password{query}", NewPassword)).Page, StringComparison.Ordinal);

    [Fact]
    public async Task TwoFactor_TurnedOn_AsksForTheCodeAndTakesARecoveryCodeOnce()
    {
        var user = await TestAccounts.MakeAsync(host);
        var visit = await TestAccounts.SignInAsync(host, user);
        await visit.OpenAsync("/account/two-factor");
        Assert.Contains("src=\"data:image/png;base64,", visit.Page, StringComparison.Ordinal);
        var key = Regex.Match(visit.Page, "class=\"mono key\">(?<it>[A-Z2-7 ]+)<", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["it"].Value.Replace(" ", "", StringComparison.Ordinal);
        await visit.SendAgainAsync("/account/two-factor", "two-factor-on", ("Input.Code", "000000"));
        Assert.StartsWith("This code is wrong", visit.FaultAt("Code"), StringComparison.Ordinal);
        await visit.SendAgainAsync("/account/two-factor", "two-factor-on", ("Input.Code", AuthenticatorApp.CodeOf(key)));
        var codes = Regex.Matches(visit.Page, "<li>(?<it>[A-Z0-9]{5}-[A-Z0-9]{5})</li>", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups["it"].Value).ToList();
        Assert.Equal(10, codes.Count);
        await visit.OpenAsync("/account/two-factor");
        Assert.DoesNotContain(codes[0], visit.Page, StringComparison.Ordinal);

        var second = await TestAccounts.SignInAsync(host, user);
        Assert.StartsWith("/account/sign-in/code?ReturnUrl=%2Faccount&", second.SentTo, StringComparison.Ordinal);
        var page = second.SentTo!;
        await second.SendAsync(page, "sign-in-code", ("Input.Code", "111111"));
        Assert.StartsWith("This code is wrong", second.FaultAt("Code"), StringComparison.Ordinal);
        await second.SendAgainAsync(page, "sign-in-code", ("Input.Code", AuthenticatorApp.CodeOf(key)));
        Assert.Equal("/account", second.SentTo);

        var recovery = page.Replace("recovery=false", "recovery=true", StringComparison.Ordinal);
        Assert.Equal("/account", (await (await TestAccounts.SignInAsync(host, user)).SendAsync(recovery, "sign-in-code", ("Input.Code", codes[0].ToLowerInvariant()))).SentTo);
        var again = await (await TestAccounts.SignInAsync(host, user)).SendAsync(recovery, "sign-in-code", ("Input.Code", codes[0]));
        Assert.StartsWith("This recovery code is wrong", again.FaultAt("Code"), StringComparison.Ordinal);
        await using var database = host.Database();
        var stored = database.UserTokens.Single(token => token.UserId == user.Id && token.Name == "RecoveryCodes").Value!;
        Assert.DoesNotContain(codes[1], stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoFactor_TurnedOffWithThePassword_AsksNoMore()
    {
        var user = await TestAccounts.MakeAsync(host);
        var visit = await TestAccounts.SignInAsync(host, user);
        await visit.OpenAsync("/account/two-factor");
        var key = Regex.Match(visit.Page, "class=\"mono key\">(?<it>[A-Z2-7 ]+)<", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["it"].Value.Replace(" ", "", StringComparison.Ordinal);
        await visit.SendAgainAsync("/account/two-factor", "two-factor-on", ("Input.Code", AuthenticatorApp.CodeOf(key)));
        await visit.SendAsync("/account/two-factor", "two-factor-change", ("Change.Password", "Wrong-password-1"), ("Change.Act", "off"));
        Assert.Equal("This is not your current password.", visit.FaultAt("Password"));
        await visit.SendAgainAsync("/account/two-factor", "two-factor-change", ("Change.Password", TestAccounts.Password), ("Change.Act", "off"));
        Assert.DoesNotContain(key[..4] + " " + key[4..8], visit.Page, StringComparison.Ordinal);
        Assert.Equal("/account", (await TestAccounts.SignInAsync(host, user)).SentTo);
    }

    [Fact]
    public async Task SignInCode_WithoutThePasswordBefore_GoesBack() =>
        Assert.Equal("/account/sign-in", (await new SiteVisit(host.Anonymous()).OpenAsync("/account/sign-in/code")).SentTo);

    [Fact]
    public async Task Account_NewNameAndPassword_AreSaved()
    {
        var user = await TestAccounts.MakeAsync(host, Roles.CscOperator);
        var visit = await TestAccounts.SignInAsync(host, user);
        await visit.SendAsync("/account", "account-name", ("Name.DisplayName", "  आशा   वर्मा "));
        Assert.Contains("value=\"आशा   वर्मा \"", visit.Page.Replace("value=\"  ", "value=\"", StringComparison.Ordinal), StringComparison.Ordinal);
        await using (var database = host.Database()) Assert.Equal("आशा वर्मा", database.Users.Single(one => one.Id == user.Id).DisplayName);

        await visit.SendAsync("/account", "account-password", ("Password.Current", "Wrong-password-1"), ("Password.Next", NewPassword), ("Password.Again", NewPassword));
        Assert.Equal("This is not your current password.", visit.FaultAt("Current"));
        await visit.SendAgainAsync("/account", "account-password", ("Password.Current", TestAccounts.Password), ("Password.Next", NewPassword), ("Password.Again", NewPassword));
        Assert.Contains("The new password is set.", visit.Page, StringComparison.Ordinal);
        Assert.Null((await TestAccounts.SignInAsync(host, user)).SentTo);
        Assert.Equal("/account", (await TestAccounts.SignInAsync(host, user, NewPassword)).SentTo);
    }

    [Fact]
    public async Task SignOutEverywhere_ChangesTheStampOfEverySession()
    {
        var user = await TestAccounts.MakeAsync(host);
        var visit = await TestAccounts.SignInAsync(host, user);
        await visit.SendAsync("/account", "account-everywhere");
        Assert.Equal("/account/sign-in?notice=out", visit.SentTo);
        await using var database = host.Database();
        Assert.NotEqual(user.SecurityStamp, database.Users.Single(one => one.Id == user.Id).SecurityStamp);
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/two-factor")]
    [InlineData("/account/seller")]
    [InlineData("/admin/sellers")]
    public async Task OwnPages_NotSignedIn_AskToSignIn(string page)
    {
        var visit = await new SiteVisit(host.Anonymous()).OpenAsync(page);
        Assert.Equal($"/account/sign-in?ReturnUrl={Uri.EscapeDataString(page)}", visit.SentTo);
    }

    [Fact]
    public async Task SignIn_InHindi_SpeaksHindi()
    {
        var client = host.Anonymous();
        client.DefaultRequestHeaders.Add("Accept-Language", "hi");
        var visit = await new SiteVisit(client).OpenAsync("/account/sign-in");
        Assert.Contains("साइन इन करें", visit.Page, StringComparison.Ordinal);
    }

    private Task<SiteVisit> AskAsync(string email) =>
        new SiteVisit(host.Anonymous()).SendAsync("/account/forgot-password", "forgot-password", ("Input.Email", email));

    private async Task<SiteVisit> ResetAsync(string link, string password)
    {
        var visit = await new SiteVisit(host.Anonymous()).OpenAsync(link);
        return await visit.SendAgainAsync(link, "reset-password", ("Input.Password", password), ("Input.Again", password));
    }

    /// <summary>The bodies of the letters to an address; the first may still be on its way.</summary>
    private async Task<List<string>> LettersAsync(string to, bool expected = true)
    {
        for (var i = 0; ; i++)
        {
            var letters = TestLetters.In(host.MailFolder).Where(letter => letter.To.ToString() == to).Select(letter => letter.TextBody ?? "").ToList();
            if (letters.Count > 0 || !expected || i == 200) return letters;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
