namespace Latent.Fitting;

/// <summary>Saves the checkpoint of one run, and restores the run from it.</summary>
/// <param name="path">The path of the checkpoint.</param>
/// <param name="identity">The settings and rows of the run.</param>
/// <param name="record">An observer whose state is part of the checkpoint. Default: null.</param>
/// <param name="note">Receives notes for the user: where a run resumes, that a checkpoint could not be written. Default: null.</param>
public sealed class CheckpointStore(string path, RunIdentity identity, IRunRecord? record = null, Action<string>? note = null)
{
    /// <summary>Whether a checkpoint exists.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>Replaces the checkpoint. A write error causes a note, and the previous checkpoint stays.</summary>
    internal void Save(FitState state)
    {
        try
        {
            CheckpointFile.Write(path, HeaderOf(state), writer => WriteRun(state, writer));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var kept = Exists ? "The previous checkpoint is kept." : "There is no previous checkpoint.";
            note?.Invoke(
                $"The checkpoint at epoch {state.Epoch}, step {state.Step} could not be written; training continues. " +
                $"{kept} Reason: {exception.Message}");
        }
    }

    /// <summary>Restores a run from the checkpoint; without a checkpoint the run starts from the beginning.</summary>
    /// <exception cref="CheckpointException">
    /// The checkpoint belongs to a run with other settings or other rows, or cannot be read.
    /// </exception>
    internal void Restore(FitState state)
    {
        if (!Exists)
            return;
        CheckpointFile.Read(path, (header, reader) =>
        {
            CheckSameRun(header);
            Continue(state, header);
            try
            {
                ReadRun(state, reader);
            }
            catch (Exception exception) when (exception is InvalidDataException or ArgumentException or EndOfStreamException)
            {
                throw new CheckpointException(
                    $"'{path}' does not match the model that {identity.Name} builds: {exception.Message}. " +
                    "It was written by another version; continue with that version, or delete the file to start over.",
                    exception);
            }
        });
        note?.Invoke(state.IsDone
            ? $"{identity.Name} completed training in an earlier run."
            : $"{identity.Name} resumes in epoch {state.Epoch} of {state.Epochs}, after step {state.Step}.");
    }

    /// <summary>Removes the checkpoint, once there is nothing to resume.</summary>
    public void Remove() => File.Delete(path);

    private CheckpointHeader HeaderOf(FitState state) => new()
    {
        Settings = identity.Settings,
        DataDigest = identity.DataDigest,
        Epoch = state.Epoch,
        Step = state.Step,
        Seconds = state.Seconds,
        Losses = state.Losses.Sums,
        History = state.History,
        AveragedSteps = state.Average?.Steps ?? 0,
        LowestLoss = state.Best?.Lowest ?? double.PositiveInfinity,
        WaitedEpochs = state.Best?.Waited ?? 0,
    };

    private static void Continue(FitState state, CheckpointHeader header)
    {
        state.Epoch = header.Epoch;
        state.Step = header.Step;
        state.Seconds = header.Seconds;
        state.Losses = new LossMeter(header.Losses);
        state.History.AddRange(header.History);
        state.Average?.Continue(header.AveragedSteps);
        state.Best?.Continue(header.LowestLoss, header.WaitedEpochs);
    }

    private void WriteRun(FitState state, BinaryWriter writer)
    {
        record?.Save(writer);
        using var weights = new WeightSnapshot();
        weights.Take(state.Model);
        weights.Save(writer);
        state.Average?.Weights.Save(writer);
        state.Best?.Kept.Save(writer);
        state.Trainable.SaveMemory(writer);
        state.Optimizer.Save(writer);
    }

    private void ReadRun(FitState state, BinaryReader reader)
    {
        record?.Load(reader);
        using var weights = new WeightSnapshot();
        weights.Load(reader, state.Model);
        weights.Give(state.Model);
        state.Average?.Weights.Load(reader, state.Model);
        state.Best?.Kept.Load(reader, state.Model);
        state.Trainable.LoadMemory(reader);
        state.Optimizer.Load(reader);
    }

    private void CheckSameRun(CheckpointHeader header)
    {
        var differences = SettingsDifference.Compute(header.Settings, identity.Settings, identity.IgnoredSettings);
        if (differences.Count > 0)
        {
            throw new CheckpointException(
                $"'{path}' belongs to a run with other settings: {string.Join("; ", differences)}. " +
                "Train with the original settings, or delete the file to start over.");
        }

        if (header.DataDigest != identity.DataDigest)
        {
            throw new CheckpointException(
                $"'{path}' belongs to other rows of {identity.Data}: " +
                $"sha256 {header.DataDigest[..12]}... then, {identity.DataDigest[..12]}... now. " +
                "Train on the original data, or delete the file to start over.");
        }
    }
}
