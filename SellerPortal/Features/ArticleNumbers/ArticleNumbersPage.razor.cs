using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Platform.Security;
using SellerPortal.Platform;
using SellerPortal.Resources;

namespace SellerPortal.Features.ArticleNumbers;

/// <summary>Admins see what is left of every range, add ranges and close them.</summary>
public sealed partial class ArticleNumbersPage(
    ListRanges listRanges, CloseRange closeRange, IStringLocalizer<ArticleNumbersTexts> texts, ILogger<ArticleNumbersPage> log)
{
    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    private static IReadOnlyList<ProductCode> Products { get; } = Enum.GetValues<ProductCode>();

    private IStringLocalizer<ArticleNumbersTexts> Texts => texts;

    private IReadOnlyList<RangeRow>? Rows { get; set; }

    private bool Failed { get; set; }

    private string? Said { get; set; }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => LoadAsync();

    private static string SpanOf(RangeRow row) => $"{row.Prefix} {row.First:D8}–{row.Last:D8}";

    private static string? StateColour(RangeRow row) => row switch
    {
        { IsClosed: true } => null,
        { IsExhausted: true } => "r",
        { IsLow: true } => "m",
        _ => "g",
    };

    private static string ProductName(ProductCode product) => PostWords.Product(product);

    private string StateText(RangeRow row) => row switch
    {
        { ClosedAt: { } at } => Texts["StateClosed", IndianFormat.DateWithYear(at)],
        { IsExhausted: true } => Texts["StateExhausted"],
        { IsLow: true } => Texts["StateLow"],
        _ => Texts["StateOpen"],
    };

    private async Task LoadAsync()
    {
        try
        {
            Rows = await listRanges.ExecuteAsync(CancellationToken.None);
            Failed = false;
        }
        catch (Exception error)
        {
            log.LogError(error, "The ranges of article numbers could not be read.");
            Failed = true;
        }
    }

    private async Task AddedAsync(ArticleNumberAllotment allotment)
    {
        Said = Texts["Added", ArticleNumber.Of(allotment.Prefix, allotment.First).ToSpacedString(), ArticleNumber.Of(allotment.Prefix, allotment.Last).ToSpacedString()];
        await LoadAsync();
    }

    private async Task CloseAsync(RangeRow row)
    {
        await closeRange.ExecuteAsync((await Authentication).User.ToActor(), row.Id, CancellationToken.None);
        Said = Texts["Closed", SpanOf(row)];
        await LoadAsync();
    }
}
