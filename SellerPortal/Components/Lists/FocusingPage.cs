using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace SellerPortal.Components.Lists;

/// <summary>A page with a list that puts the focus into a field of its own after it was drawn.</summary>
/// <typeparam name="TFilter">The filter that the query string holds.</typeparam>
/// <typeparam name="TPage">What a reading answers.</typeparam>
public abstract class FocusingPage<TFilter, TPage> : ListPage<TFilter, TPage>
    where TPage : class
{
    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <summary>The id of the field that is to have the focus next; null for none.</summary>
    protected string? Focus { get; set; }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Focus is not { } id) return;
        Focus = null;
        try
        {
            await using var module = await Script.InvokeAsync<IJSObjectReference>("import", Leaving, "/js/focus.js");
            await module.InvokeVoidAsync("focus", Leaving, id);
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone.
        }
    }
}
