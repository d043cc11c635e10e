using Microsoft.AspNetCore.Components;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Endpoints;

namespace SellerPortal.Features.Webhooks.Pages;

/// <summary>Where and of what a system of the seller is told.</summary>
public sealed partial class WebhookForm
{
    /// <summary>What the form begins with; null for an empty one.</summary>
    [Parameter]
    public WebhookRow? Start { get; set; }

    /// <summary>The words of the button.</summary>
    [Parameter, EditorRequired]
    public required string Action { get; set; }

    /// <summary>Where the way back leads.</summary>
    [Parameter, EditorRequired]
    public required string Back { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<WebhookWish> OnSave { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    /// <summary>How the last saving went, unless well.</summary>
    [Parameter]
    public WebhookResult? Result { get; set; }

    private string Url { get; set; } = "";

    private bool OnlyChosen { get; set; }

    private HashSet<string> Types { get; } = [];

    private string? Fault => Result is null ? null : WebhookWords.Refusal(Texts, Result);

    private bool IsOfEvents => Result is WebhookResult.Refused { Reason: WebhookRefusal.NoEvents or WebhookRefusal.UnknownEvent };

    /// <summary>Each failed saving is a mark of its own.</summary>
    private object? Focus => Result;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (Start is null) return;
        (Url, OnlyChosen) = (Start.Url, Start.Chosen is not null);
        Types.UnionWith(Start.Chosen ?? []);
    }

    private void Toggle(string type)
    {
        if (!Types.Remove(type)) Types.Add(type);
    }

    private Task SaveAsync() => Busy ? Task.CompletedTask : OnSave.InvokeAsync(new WebhookWish(Url.Trim(), OnlyChosen ? [.. Types] : null));
}
