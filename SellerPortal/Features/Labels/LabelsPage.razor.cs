using Microsoft.AspNetCore.Components;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Labels;

namespace SellerPortal.Features.Labels;

/// <summary>The paper that the account prints on, and the files of labels made lately.</summary>
public sealed partial class LabelsPage
{
    private LabelPaper? chosen;

    [Inject]
    private LabelFiles Files { get; set; } = null!;

    private LabelPaper Paper => chosen ?? Page!.Paper;

    private string? Said { get; set; }

    /// <summary>The key of the words for where a file stands.</summary>
    internal string StateOf(LabelFileRow file) => file.Status == LabelJobStatus.Ready && !file.HasFile(Clock.GetUtcNow()) ? "StateGone" : $"State{file.Status}";

    private string? ColourOf(LabelFileRow file) => file.Status switch
    {
        LabelJobStatus.Failed => "r",
        LabelJobStatus.Waiting or LabelJobStatus.Drawing => "b",
        _ => file.HasFile(Clock.GetUtcNow()) ? "g" : null,
    };

    /// <inheritdoc/>
    protected override int Parse(string query) => 0;

    /// <inheritdoc/>
    protected override Task<LabelDesk> ReadAsync(Actor actor, int filter, CancellationToken token) => Files.DeskAsync(actor, token);

    private async Task ChooseAsync(LabelPaper paper)
    {
        chosen = paper;
        await Files.ChooseAsync(await ActorAsync(), paper, Leaving);
        Said = Texts["PaperKept"];
    }
}
