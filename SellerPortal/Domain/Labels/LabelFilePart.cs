namespace SellerPortal.Domain.Labels;

/// <summary>A piece of the file of a <see cref="LabelJob"/>. It is kept in the database, so that every node can hand it out.</summary>
public sealed class LabelFilePart
{
    /// <summary>The size of every piece but the last.</summary>
    public const int Size = 256 * 1024;

    public required Guid JobId { get; init; }

    /// <summary>The drawing it comes from.</summary>
    public required Guid Run { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    public required byte[] Content { get; init; }
}
