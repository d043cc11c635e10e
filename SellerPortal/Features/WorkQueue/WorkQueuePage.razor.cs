using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using SellerPortal.Components.Lists;
using SellerPortal.Domain.Access;
using SellerPortal.Platform;

namespace SellerPortal.Features.WorkQueue;

/// <summary>An admin sees what the portal could not do, why, and has it tried again or lets it go.</summary>
public sealed partial class WorkQueuePage
{
    [Inject]
    private ListWork List { get; set; } = null!;

    [Inject]
    private DecideWork Decide { get; set; } = null!;

    private DateTimeOffset Now => Clock.GetUtcNow();

    private int Pages => ((Filter.Waiting ? Page!.Waiting : Page!.Dead) + ListWork.PageSize - 1) / ListWork.PageSize;

    /// <summary>The work whose end must still be confirmed.</summary>
    private Guid? Asked { get; set; }

    private bool Busy { get; set; }

    private string? Notice { get; set; }

    /// <inheritdoc/>
    protected override WorkFilter Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return new WorkFilter(values.GetValueOrDefault("show") == "waiting", PageNumber.Of(values.GetValueOrDefault("page")));
    }

    /// <inheritdoc/>
    protected override Task<WorkPage> ReadAsync(Actor actor, WorkFilter filter, CancellationToken token) => List.ExecuteAsync(actor, filter, token);

    private static string UrlOf(WorkFilter filter)
    {
        var query = new List<KeyValuePair<string, string?>>();
        if (filter.Waiting) query.Add(new("show", "waiting"));
        if (filter.Page > 1) query.Add(new("page", filter.Page.ToString(CultureInfo.InvariantCulture)));
        return PortalUrls.Work + QueryString.Create(query);
    }

    /// <summary>The name of a kind in words; a kind without words speaks for itself.</summary>
    private string KindOf(string kind)
    {
        var words = Texts[$"Kind_{kind}"];
        return words.ResourceNotFound ? kind : words;
    }

    private Task RetryAsync(WorkRow row) => ActAsync(async actor => await Decide.RetryAsync(actor, row.Id, CancellationToken.None) ? Texts["Retried"] : Texts["GoneMeanwhile"]);

    private Task RetryAllAsync() => ActAsync(async actor => Texts["RetriedAll", IndianFormat.Number(await Decide.RetryAllAsync(actor, CancellationToken.None))]);

    private Task DeleteAsync(WorkRow row) => ActAsync(async actor => await Decide.DeleteAsync(actor, row.Id, CancellationToken.None) ? Texts["Deleted"] : Texts["GoneMeanwhile"]);

    private async Task ActAsync(Func<Actor, Task<string>> act)
    {
        if (Busy) return;
        (Busy, Asked) = (true, null);
        try
        {
            Notice = await act(await ActorAsync());
            await LoadAsync();
        }
        finally
        {
            Busy = false;
        }
    }
}
