using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Labels;

namespace SellerPortal.Data.Labels;

/// <summary>Takes a file of labels as it is written, and puts it into the database piece by piece.</summary>
public sealed class LabelFileStream(IDbContextFactory<PortalDbContext> databases, Guid jobId, Guid run) : Stream
{
    private readonly byte[] piece = new byte[LabelFilePart.Size];
    private int held;
    private int number;
    private long written;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <summary>The bytes written so far.</summary>
    public override long Length => written;

    /// <inheritdoc/>
    public override long Position
    {
        get => written;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        written += buffer.Length;
        while (buffer.Length > 0)
        {
            var taken = Math.Min(buffer.Length, piece.Length - held);
            buffer[..taken].CopyTo(piece.AsMemory(held));
            held += taken;
            buffer = buffer[taken..];
            if (held == piece.Length) await StoreAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Stores what is held. Pieces keep their size, so nothing is stored before the end.</summary>
    public async Task CompleteAsync(CancellationToken token)
    {
        if (held > 0) await StoreAsync(token);
    }

    /// <summary>Does nothing: a piece is stored when it is full, and the last one by <see cref="CompleteAsync"/>.</summary>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Write asynchronously: each piece goes to the database.");

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private async Task StoreAsync(CancellationToken token)
    {
        await using var database = await databases.CreateDbContextAsync(token);
        database.LabelFileParts.Add(new LabelFilePart { JobId = jobId, Run = run, Number = number++, Content = piece.AsSpan(0, held).ToArray() });
        held = 0;
        await database.SaveChangesAsync(token);
    }
}
