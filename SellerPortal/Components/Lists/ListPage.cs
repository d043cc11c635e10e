using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using SellerPortal.Components.Faults;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Components.Lists;

/// <summary>
/// A page with a list whose filter stands in its address: reads when it opens and whenever the address changes, keeps
/// what a failed reading leaves, and drops the answer to a question that is no longer asked.
/// </summary>
/// <typeparam name="TFilter">The filter that the query string holds.</typeparam>
/// <typeparam name="TPage">What a reading answers.</typeparam>
public abstract class ListPage<TFilter, TPage> : PortalComponent
    where TPage : class
{
    private string path = "";
    private int loads;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ILoggerFactory Logs { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    protected TimeProvider Clock { get; set; } = null!;

    /// <summary>What the address asks for.</summary>
    protected TFilter Filter { get; private set; } = default!;

    /// <summary>What was read last; null until the first answer.</summary>
    protected TPage? Page { get; private set; }

    /// <summary>True when the last reading failed.</summary>
    protected bool Failed { get; private set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        path = PathOf(Navigation.Uri);
        Navigation.LocationChanged += OnLocationChanged;
        await OpenAsync();
    }

    /// <inheritdoc/>
    protected override void OnLeft() => Navigation.LocationChanged -= OnLocationChanged;

    /// <summary>Reads the filter from the query string, question mark included; what it does not understand it leaves out.</summary>
    protected abstract TFilter Parse(string query);

    /// <summary>Reads what the list shows.</summary>
    protected abstract Task<TPage> ReadAsync(Actor actor, TFilter filter, CancellationToken token);

    /// <summary>Called when the address asks for something else, before it is read.</summary>
    protected virtual void OnFilterChanged(TFilter before)
    {
    }

    /// <summary>Who looks at the list.</summary>
    protected async Task<Actor> ActorAsync() => (await Authentication).User.ToActor();

    /// <summary>Reads the list again.</summary>
    protected async Task LoadAsync()
    {
        var load = ++loads;
        Failed = false;
        try
        {
            var page = await ReadAsync(await ActorAsync(), Filter, Leaving);
            if (load == loads) Page = page;
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Logs.CreateLogger(GetType()).LogError(fault, "The list could not be read.");
            if (load == loads) Failed = true;
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The visitor left before the answer came.
        }
    }

    /// <summary>Goes to another filter of the same list, without a step in the browser's history.</summary>
    protected void Show(string url)
    {
        if (Navigation.ToAbsoluteUri(url).AbsoluteUri != Navigation.Uri) Navigation.NavigateTo(url, replace: true);
    }

    private static string PathOf(string uri) => new Uri(uri).AbsolutePath;

    private Task OpenAsync()
    {
        var before = Filter;
        Filter = Parse(new Uri(Navigation.Uri).Query);
        OnFilterChanged(before);
        return LoadAsync();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (PathOf(change.Location) != path) return;
        _ = InvokeAsync(async () =>
        {
            try
            {
                await OpenAsync();
                StateHasChanged();
            }
            catch (Exception fault)
            {
                // Nobody awaits this; the circuit is to hear of it as of any other fault.
                await DispatchExceptionAsync(fault);
            }
        });
    }
}
