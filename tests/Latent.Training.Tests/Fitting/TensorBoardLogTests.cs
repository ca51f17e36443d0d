using System.Text;
using Latent.Fitting;
using Latent.Tests;

namespace Latent.Training.Tests.Fitting;

public sealed class TensorBoardLogTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void OnEpoch_Twice_WritesEachFigureAtItsEpochAndTime()
    {
        var began = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        var log = new TensorBoardLog(folder["run"], began);

        log.OnEpoch(Epoch(1, new LossValues(104.5, [])));
        log.OnEpoch(Epoch(2, null));

        var events = EventReader.Read(folder["run"]).Select(message => (
            Epoch: message.Integer(2), Time: message.Double(1), Tag: message.Message(5).Message(1).Text(1), Value: message.Message(5)
                .Message(1)
                .Single(2)));
        Assert.Equal(
            [
                (1, 1_700_000_060, "train/loss", 112.5f), (
                    1, 1_700_000_060, "train/reconstruction", 88f), (1, 1_700_000_060, "train/kl", 24.5f),
                (
                    1,
                    1_700_000_060,
                    "validation/loss",
                    104.5f), (1, 1_700_000_060, "learning_rate", 0.001f), (1, 1_700_000_060, "rows_per_second", 8000f),
                (2, 1_700_000_120, "train/loss", 112.5f), (
                    2, 1_700_000_120, "train/reconstruction", 88f), (2, 1_700_000_120, "train/kl", 24.5f),
                (2, 1_700_000_120, "learning_rate", 0.001f), (2, 1_700_000_120, "rows_per_second", 8000f),
            ],
            events);
    }

    [Fact]
    public void Execute_OfARecipe_PutsOneFileIntoTheBundleThatDoesNotNameTheMachine()
    {
        var bundle = TrainingRun.Execute(TinyRuns.Variational, TinyRuns.Digits, new TrainingRunOptions { OutputFolder = folder.Path })
            .Folder;

        var file = Path.Combine(bundle, "report/tensorboard/events.out.tfevents.0.latent");
        Assert.Equal([file], Directory.GetFiles(Path.Combine(bundle, "report/tensorboard")));
        Assert.DoesNotContain(Environment.MachineName, Encoding.Latin1.GetString(File.ReadAllBytes(file)));
        Assert.Equal(2 * 8, EventReader.Read(Path.GetDirectoryName(file)!).Count);
    }

    private static EpochMetrics Epoch(int epoch, LossValues? validation) => new()
    {
        Epoch = epoch,
        LearningRate = 1e-3,
        Train = new LossValues(112.5, [KeyValuePair.Create("reconstruction", 88.0), KeyValuePair.Create("kl", 24.5)]),
        Validation = validation,
        Seconds = 60,
        RowsPerSecond = 8000,
    };
}
