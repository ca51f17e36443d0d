using System.Net;
using System.Net.Http.Headers;

namespace Latent.Data;

/// <summary>Downloads a URL to a file, and resumes an earlier attempt if the server supports it.</summary>
internal sealed class HttpDownload(HttpClient client, Uri address, string part, TimeSpan patience)
{
    private const int Attempts = 3;

    public static HttpClient NewClient(TimeSpan patience) => new(new SocketsHttpHandler { ConnectTimeout = patience })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { UserAgent = { new ProductInfoHeaderValue("latent", "1") } },
    };

    /// <summary>Completes the file; retries after an interruption as long as each attempt makes progress.</summary>
    /// <returns>Whether part of the file came from an earlier attempt.</returns>
    public async Task<bool> RunAsync(Action<long, long?> progress, CancellationToken cancellation)
    {
        var resumed = false;
        for (var attempt = 1; ; attempt++)
        {
            var before = LengthOfPart();
            resumed |= before > 0;
            try
            {
                await AttemptAsync(before, progress, cancellation);
                return resumed;
            }
            catch (IOException) when (LengthOfPart() > before && attempt < Attempts)
            {
                // The attempt made progress: the next one requests the rest.
            }
            catch (IOException interrupted)
            {
                var reason = interrupted.Message.TrimEnd('.');
                throw new SourceException(
                    $"{address} was interrupted after {LengthOfPart()} bytes ({reason}); the partial file is kept for the next attempt",
                    interrupted);
            }
        }
    }

    private async Task AttemptAsync(long from, Action<long, long?> progress, CancellationToken cancellation)
    {
        using var stall = new StallTimeout(patience, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (from > 0) request.Headers.Range = new(from, null);
        using var response = await stall.GuardAsync(
            address, token => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token));
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && from > 0)
        {
            // The server has no further bytes: the file is complete, or it is a different file, which the hash check detects.
            return;
        }

        if (!response.IsSuccessStatusCode)
            throw new SourceException($"{address} returned {(int)response.StatusCode} {response.ReasonPhrase}");
        var continues = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == from;
        await using var output = new FileStream(part, continues ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None);
        var total = output.Length + response.Content.Headers.ContentLength;
        await using var content = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[1 << 17];
        int read;
        while ((read = await stall.GuardAsync(address, token => content.ReadAsync(buffer, token).AsTask())) > 0)
        {
            await output.WriteAsync(buffer.AsMemory(0, read), cancellation);
            progress(output.Length, total);
        }
    }

    private long LengthOfPart() => new FileInfo(part) is { Exists: true } file ? file.Length : 0;
}
