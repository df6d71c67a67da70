FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 NEWSROOM_DATA_DIR=/data
RUN useradd --create-home --uid 10001 newsroom && install -d -o newsroom -g newsroom /app /data
WORKDIR /app

COPY requirements.lock ./
RUN pip install --no-cache-dir --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.lock

USER newsroom
COPY --chown=newsroom:newsroom manage.py ./
COPY --chown=newsroom:newsroom newsroom newsroom
COPY --chown=newsroom:newsroom factcheck factcheck
COPY --chown=newsroom:newsroom pipelines pipelines
COPY --chown=newsroom:newsroom locale locale
COPY --chown=newsroom:newsroom templates templates
COPY --chown=newsroom:newsroom static static
# The static files lie in the image. The key that this makes for itself must not: every start brings its own.
RUN python manage.py collectstatic --noinput --verbosity 0 && rm /data/secret_key

EXPOSE 8000
CMD ["gunicorn", "--config", "python:newsroom.server"]
